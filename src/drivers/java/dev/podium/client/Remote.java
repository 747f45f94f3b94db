package dev.podium.client;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The host's socket of one game. A command keeps its id until it is acknowledged and is sent again after every loss, so
 * that it takes effect once.
 */
public final class Remote extends Watching {
    private static final long AGAIN_NS = TimeUnit.SECONDS.toNanos(3);
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int PATIENCE_S = 240;

    private static final class Pending {
        final JsonObject frame;
        final CompletableFuture<JsonObject> ack = new CompletableFuture<>();
        long sentAt = Long.MIN_VALUE;

        Pending(JsonObject frame) {
            this.frame = frame;
        }
    }

    private final Clients clients;
    private final String cookie;
    private final String gameId;
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();
    private volatile long seq;

    Remote(Clients clients, String cookie, String gameId) {
        this.clients = clients;
        this.cookie = cookie;
        this.gameId = gameId;
    }

    void connect(Door door) {
        clients.often(this::sendDue);
        connect(clients, door);
    }

    /** Sends a command with the seq this remote knows; completes with its {@code ack}. */
    public CompletableFuture<JsonObject> command(String what, JsonObject more) {
        var frame = new JsonObject()
                .put("type", "command")
                .put("id", UUID.randomUUID().toString())
                .put("do", what)
                .put("seq", seq)
                .mergeIn(more);
        var waiting = new Pending(frame);
        pending.put(frame.getString("id"), waiting);
        clients.run(this::sendDue);
        return waiting.ack;
    }

    /**
     * Presses a button until it has done something, again where the game had moved meanwhile, and waits until this
     * remote shows it.
     *
     * @throws AssertionError when it is refused for another reason
     */
    public JsonObject press(String what) {
        return press(what, new JsonObject());
    }

    public JsonObject press(String what, JsonObject more) {
        while (true) {
            var ack = await(command(what, more));
            if (ack.getString("status").equals("done")) {
                awaitShown(ack.getLong("seq"));
                return ack;
            }
            if (!"stale".equals(ack.getString("reason"))) throw new AssertionError(what + ": " + ack);
        }
    }

    private static JsonObject await(CompletableFuture<JsonObject> ack) {
        return ack.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
    }

    private void awaitShown(long wanted) {
        long begin = System.nanoTime();
        while (now().seq() < wanted) {
            if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(PATIENCE_S)) {
                throw new AssertionError("no state with seq " + wanted + " but " + now());
            }
            LockSupport.parkNanos(LOOK_NS);
        }
    }

    @Override
    public String path() {
        return "/ws/host/" + gameId;
    }

    @Override
    public MultiMap headers() {
        return super.headers().add("Cookie", cookie);
    }

    @Override
    public void received(JsonObject frame) {
        super.received(frame);
        if (frame.containsKey("state")) seq = now().seq();
        switch (frame.getString("type")) {
            case "welcome" -> {
                pending.values().forEach(p -> p.sentAt = Long.MIN_VALUE);
                sendDue();
            }
            case "ack" -> {
                seq = Math.max(seq, frame.getLong("seq"));
                var waiting = pending.remove(frame.getString("id"));
                if (waiting != null) waiting.ack.complete(frame);
            }
            default -> {}
        }
    }

    private void sendDue() {
        long now = System.nanoTime();
        for (var waiting : pending.values()) {
            if (!welcomed() || waiting.sentAt != Long.MIN_VALUE && now - waiting.sentAt < AGAIN_NS) continue;
            if (link.send(waiting.frame)) waiting.sentAt = now;
        }
    }
}
