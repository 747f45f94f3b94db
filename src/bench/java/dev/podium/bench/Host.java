package dev.podium.bench;

import io.vertx.core.Context;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A host's socket: what it sees, and the commands it gives. */
final class Host implements LeanSocket.Ear {
    private static final int PATIENCE_S = 60;

    private final Context loop;
    private final CompletableFuture<Void> welcome = new CompletableFuture<>();
    private final LeanSocket socket;
    private CompletableFuture<Long> ack = new CompletableFuture<>();
    private volatile long seq;
    private volatile String phase = "";
    private final AtomicInteger tallies = new AtomicInteger();

    Host(Context loop, NetClient client, int port, String game, String cookie) {
        this.loop = loop;
        var address = SocketAddress.inetSocketAddress(port, "127.0.0.1");
        this.socket = LeanSocket.dial(client, address, "/ws/host/" + game, cookie, this, new LeanSocket.Traffic());
    }

    void awaitWelcome() {
        await(welcome);
    }

    String phase() {
        return phase;
    }

    /** How often it was told how an open question stands. */
    int tallies() {
        return tallies.get();
    }

    /** Gives a command on the game as the host sees it. Completes with the game's seq after it; fails when it is refused. */
    CompletableFuture<Long> command(String what) {
        var acknowledged = new CompletableFuture<Long>();
        loop.runOnContext(v -> {
            ack = acknowledged;
            socket.send("{\"type\":\"command\",\"id\":\"" + UUID.randomUUID() + "\",\"do\":\"" + what + "\",\"seq\":"
                    + seq + "}");
        });
        return acknowledged;
    }

    /** The same, and waits for it. */
    void advance() {
        await(command("advance"));
    }

    void close() {
        loop.runOnContext(v -> socket.cut());
    }

    @Override
    public void opened() {}

    @Override
    public void text(byte[] bytes, int from, int to, long at) {
        if (Scan.is(bytes, from, to, Scan.TYPE, "state") || Scan.is(bytes, from, to, Scan.TYPE, "welcome")) {
            seq = Scan.number(bytes, from, to, Scan.SEQ);
            phase = Scan.text(bytes, from, to, Scan.PHASE);
            welcome.complete(null);
        } else if (Scan.is(bytes, from, to, Scan.TYPE, "tally")) {
            tallies.incrementAndGet();
        } else if (Scan.is(bytes, from, to, Scan.TYPE, "ack")) {
            var frame = new JsonObject(new String(bytes, from, to - from, StandardCharsets.UTF_8));
            if (frame.getString("status").equals("done")) ack.complete(frame.getLong("seq"));
            else ack.completeExceptionally(new IllegalStateException("refused: " + frame.getString("reason")));
        }
    }

    @Override
    public void lost(String why) {
        var failure = new IllegalStateException("the host's connection was " + why);
        welcome.completeExceptionally(failure);
        ack.completeExceptionally(failure);
    }

    private static void await(CompletableFuture<?> future) {
        try {
            future.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
