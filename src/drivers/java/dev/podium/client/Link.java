package dev.podium.client;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * One connection at a time, for as long as its owner wants one.
 *
 * <p>Opens it, opens it again after a loss, keeps it alive, replaces it when it has gone silent, and stops where a close
 * code says so. What happens to a socket that it has given up is not heard. Runs on the loop of its {@link Clients}.
 */
final class Link {
    /** A connection that lives less than this has failed. */
    private static final long SHORT_LIFE_NS = TimeUnit.SECONDS.toNanos(5);

    private static final long PONG_NS = TimeUnit.SECONDS.toNanos(5);
    private static final long PROBE_NS = TimeUnit.MILLISECONDS.toNanos(2_500);
    private static final int CONNECT_MS = 5_000;

    interface Owner {
        String path();

        MultiMap headers();

        /** The connection is open: the first frame goes now. */
        void opened();

        void received(JsonObject frame);

        /** The connection is gone; another one follows unless it was the last. */
        void lost(int code, boolean last);
    }

    private final Vertx vertx;
    private final WebSocketClient client;
    private final Door door;
    private final Owner owner;
    private final Backoff backoff;

    private WebSocket socket;
    private boolean dialing;
    private boolean ended;
    private int generation;
    private long timer = -1;
    private long openedAt;
    private long heardAt;
    private long pingedAt;
    private long probedAt;
    private long reconnectInMs = -1;
    private long heartbeatNs = TimeUnit.SECONDS.toNanos(15);

    Link(Vertx vertx, WebSocketClient client, Door door, RandomGenerator random, Owner owner) {
        this.vertx = vertx;
        this.client = client;
        this.door = door;
        this.owner = owner;
        this.backoff = new Backoff(random);
    }

    void dial() {
        if (dialing || ended || socket != null) return;
        dialing = true;
        int mine = ++generation;
        var base = door.next();
        var options = new WebSocketConnectOptions()
                .setAbsoluteURI("ws://" + base.getAuthority() + owner.path())
                .setHeaders(owner.headers())
                .setTimeout(CONNECT_MS);
        client.connect(options).onComplete(result -> {
            if (mine != generation) {
                if (result.succeeded()) result.result().close();
                return;
            }
            dialing = false;
            if (result.succeeded()) opened(result.result());
            else failed();
        });
    }

    /** A tap, the network coming back, the page becoming visible: starts afresh. */
    void wake() {
        backoff.reset();
        if (ended || socket != null || dialing) return;
        vertx.cancelTimer(timer);
        dial();
    }

    /** Whether it has stopped trying until somebody wakes it. */
    boolean gaveUp() {
        return backoff.exhausted();
    }

    /** The step of the back-off it waited last, in milliseconds. */
    long stepMs() {
        return backoff.stepMs();
    }

    /** Frames go only where a connection is open. */
    boolean send(JsonObject frame) {
        if (socket == null || socket.isClosed()) return false;
        socket.writeTextMessage(frame.encode());
        return true;
    }

    /** Somebody waits for an acknowledgement from now on: silence is a sign. */
    void probe() {
        if (probedAt == 0) probedAt = System.nanoTime();
    }

    void heartbeat(long ms) {
        heartbeatNs = TimeUnit.MILLISECONDS.toNanos(ms);
    }

    /** The server has said when to come back. */
    void bye(long inMs) {
        reconnectInMs = inMs;
    }

    /** Cuts the connection without a word, and comes back. */
    void drop() {
        if (socket == null) return;
        replace();
    }

    /** Ends it for good. */
    void end() {
        ended = true;
        generation++;
        vertx.cancelTimer(timer);
        if (socket != null) socket.close();
        socket = null;
    }

    /** Called a few times a second. */
    void tick(long now) {
        if (socket == null) return;
        boolean probed = probedAt != 0 && heardAt < probedAt;
        long patience = probed ? PROBE_NS : heartbeatNs;
        long since = probed ? probedAt : heardAt;
        if (pingedAt < heardAt && now - since > patience) {
            pingedAt = now;
            send(ping(now));
        } else if (pingedAt > heardAt && now - pingedAt > (probed ? PROBE_NS : PONG_NS)) {
            replace();
        }
    }

    static JsonObject ping(long now) {
        return new JsonObject().put("type", "ping").put("t", now);
    }

    private void opened(WebSocket opened) {
        socket = opened;
        openedAt = heardAt = System.nanoTime();
        pingedAt = probedAt = 0;
        reconnectInMs = -1;
        opened.textMessageHandler(text -> {
            if (opened != socket) return;
            heardAt = System.nanoTime();
            probedAt = 0;
            owner.received(new JsonObject(text));
        });
        opened.exceptionHandler(e -> {});
        opened.closeHandler(v -> {
            if (opened == socket) closed(opened.closeStatusCode());
        });
        owner.opened();
    }

    private void closed(Short code) {
        socket = null;
        int reason = code == null ? Verdict.LOST : code;
        var verdict = Verdict.of(reason);
        ended = verdict == Verdict.STOP;
        owner.lost(reason, ended);
        if (ended) return;
        if (reconnectInMs >= 0) later(reconnectInMs);
        else if (verdict == Verdict.RETRY && System.nanoTime() - openedAt < SHORT_LIFE_NS) failed();
        else {
            backoff.reset();
            later(backoff.delayMs());
        }
    }

    private void failed() {
        backoff.failed();
        if (!backoff.exhausted()) later(backoff.delayMs());
    }

    private void later(long ms) {
        timer = vertx.setTimer(Math.max(1, ms), id -> dial());
    }

    private void replace() {
        var old = socket;
        socket = null;
        old.close();
        owner.lost(Verdict.LOST, false);
        dial();
    }
}
