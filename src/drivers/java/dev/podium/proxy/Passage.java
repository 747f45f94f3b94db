package dev.podium.proxy;

import io.netty.channel.ChannelOption;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One client's connection and the backend's connection that belongs to it. */
public final class Passage {
    /** What a client says before it hears anything, so that it can be said to the next backend. */
    private static final int MOST_SAID = 32 * 1024;

    private static final int NO_LINGERING = 0;
    private static final String UPGRADE = "upgrade: websocket";
    private static final String FORBIDDEN = "HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

    private final Vertx vertx;
    private final Context context;
    private final NetClient dialer;
    private final NetSocket client;
    private final Supplier<Delay> delay;
    private final Iterator<URI> untried;
    private final BooleanSupplier refusing;
    private final Consumer<Passage> gone;
    private Buffer said = Buffer.buffer();
    private boolean heard;
    private boolean lost;
    private NetSocket server;
    private Lane up;
    private Lane down;
    private volatile URI backend;
    private volatile boolean open = true;

    /** @param refusing whether what asks for a socket is answered with a refusal */
    Passage(
            Vertx vertx,
            NetClient dialer,
            NetSocket client,
            List<URI> inTurn,
            Supplier<Delay> delay,
            BooleanSupplier refusing,
            Consumer<Passage> gone) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.dialer = dialer;
        this.client = client;
        this.delay = delay;
        this.refusing = refusing;
        this.untried = inTurn.iterator();
        this.gone = gone;
    }

    /** Where it leads at present; null while it looks for a backend. */
    public URI backend() {
        return backend;
    }

    /** Whether the client still holds its end. */
    public boolean open() {
        return open;
    }

    /** Resets both ends. */
    public void drop() {
        context.runOnContext(v -> {
            reset(client);
            if (server != null) reset(server);
        });
    }

    /** Forwards nothing any more and closes nothing: neither side learns of it, not even when the other one goes. */
    public void halfOpen() {
        context.runOnContext(v -> {
            lost = true;
            if (up == null) return;
            up.lose();
            down.lose();
        });
    }

    /** The client reads nothing more, until {@link #flow}. */
    public void stall() {
        context.runOnContext(v -> {
            if (down != null) down.stall(true);
        });
    }

    public void flow() {
        context.runOnContext(v -> {
            if (down != null) down.stall(false);
        });
    }

    void begin() {
        client.exceptionHandler(e -> {});
        client.handler(this::fromClient);
        client.closeHandler(v -> {
            open = false;
            gone.accept(this);
        });
        // The end, and not the close, comes after the last byte of a side that is not read just now.
        client.endHandler(v -> {
            if (up != null) up.ended();
        });
        dial();
    }

    private void dial() {
        if (!untried.hasNext()) {
            reset(client);
            return;
        }
        var next = untried.next();
        dialer.connect(next.getPort(), next.getHost()).onComplete(dialed -> {
            if (dialed.failed()) dial();
            else if (!open) dialed.result().close();
            else connected(next, dialed.result());
        });
    }

    private void connected(URI to, NetSocket dialed) {
        backend = to;
        server = dialed;
        up = new Lane(vertx, client, server, delay);
        down = new Lane(vertx, server, client, delay);
        if (lost) halfOpen();
        dialed.exceptionHandler(e -> {});
        dialed.handler(bytes -> {
            heard = true;
            said = null;
            down.arrived(bytes);
        });
        dialed.endHandler(v -> {
            if (mayTryAnother()) dial();
            else down.ended();
        });
        if (said.length() > 0) up.arrived(said.copy());
    }

    private void fromClient(Buffer bytes) {
        if (said != null && said.length() == 0 && refusing.getAsBoolean() && isUpgrade(bytes)) {
            client.write(FORBIDDEN);
            client.close();
            return;
        }
        if (!heard) {
            said = said.appendBuffer(bytes);
            if (said.length() > MOST_SAID) heard = true;
        }
        if (up != null) up.arrived(bytes);
    }

    /** Before the first byte of an answer a GET has had no effect that could be had twice. */
    private boolean mayTryAnother() {
        return open && !heard && !lost && untried.hasNext() && said.toString().startsWith("GET ");
    }

    /** The head of a request comes whole from clients as ours. */
    private static boolean isUpgrade(Buffer first) {
        return first.toString().toLowerCase(Locale.ROOT).contains(UPGRADE);
    }

    private static void reset(NetSocket socket) {
        var channel = ((NetSocketInternal) socket).channelHandlerContext().channel();
        channel.config().setOption(ChannelOption.SO_LINGER, NO_LINGERING);
        socket.close();
    }
}
