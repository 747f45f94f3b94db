package dev.podium.proxy;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Listens on a port of the loopback address and passes connections on, see the package. */
public final class Proxy implements AutoCloseable {
    private static final int CONNECT_MS = 2_000;
    private static final int WAITING_CLIENTS = 4_096;
    private static final int CLOSE_S = 10;

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    private final Set<Passage> passages = ConcurrentHashMap.newKeySet();
    private final NetClient dialer;
    private final Backends backends;
    private final int port;
    private final int filteredPort;
    private final Set<Passage> filtered = ConcurrentHashMap.newKeySet();
    private volatile Delay delay = Delay.NONE;
    private volatile boolean refusing;

    private Proxy(List<URI> addresses) {
        dialer = vertx.createNetClient(
                new NetClientOptions().setConnectTimeout(CONNECT_MS).setTcpNoDelay(true));
        backends = new Backends(vertx, addresses);
        port = listen(client -> enter(client, () -> false));
        filteredPort = listen(client -> filtered.add(enter(client, () -> refusing)));
    }

    private int listen(Handler<NetSocket> entered) {
        var options = new NetServerOptions()
                .setHost("localhost")
                .setPort(0)
                .setAcceptBacklog(WAITING_CLIENTS)
                .setTcpNoDelay(true);
        return vertx.createNetServer(options)
                .connectHandler(entered)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    public static Proxy start(List<URI> backends) {
        return new Proxy(backends);
    }

    public URI address() {
        return URI.create("http://localhost:" + port + "/");
    }

    /** For clients whose network refuses sockets, as long as {@link #refuseSockets} says so. */
    public URI filteredAddress() {
        return URI.create("http://localhost:" + filteredPort + "/");
    }

    /**
     * From now on upgrades are answered with 403 at the filtered address, or pass again.
     *
     * @return the connections that clients hold through it
     */
    public List<Passage> refuseSockets(boolean refuse) {
        refusing = refuse;
        return List.copyOf(filtered);
    }

    /** Every connection that a client holds at present. */
    public List<Passage> passages() {
        return List.copyOf(passages);
    }

    /** What is sent from now on is on its way for so long. */
    public void delay(Delay delay) {
        this.delay = delay;
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(CLOSE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("the proxy does not close", e);
        }
    }

    private Passage enter(NetSocket client, BooleanSupplier refuses) {
        var passage = new Passage(vertx, dialer, client, backends.inTurn(), () -> delay, refuses, this::gone);
        passages.add(passage);
        passage.begin();
        return passage;
    }

    private void gone(Passage passage) {
        passages.remove(passage);
        filtered.remove(passage);
    }
}
