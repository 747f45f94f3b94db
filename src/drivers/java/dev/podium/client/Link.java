package dev.podium.client;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * One connection at a time, for as long as its owner wants one.
 *
 * <p>Opens it, opens it again after a loss, keeps it alive, replaces it when it has gone silent, and stops where a close
 * code says so. Where two sockets in a row did not open it tries their stand-in, and after each further one; the next
 * connection is a socket again, if it opens. What happens to a line that it has given up is not heard. Runs on the loop of its
 * {@link Clients}.
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

        /** Whether a stream and requests may stand in for a socket. */
        default boolean standsIn() {
            return false;
        }

        /** The connection is open: the first frame goes now. */
        void opened();

        void received(JsonObject frame);

        /** The connection is gone; another one follows unless it was the last. */
        void lost(int code, boolean last);
    }

    private final Vertx vertx;
    private final WebSocketClient sockets;
    private final HttpClient http;
    private final Door door;
    private final Owner owner;
    private final Backoff backoff;

    private Line line;
    private boolean dialing;
    /** Sockets in a row that did not open. */
    private int refused;
    /** Whether the present line, or the next one, is a stand-in. */
    private boolean standsIn;

    private boolean ended;
    private int generation;
    private long timer = -1;
    private long openedAt;
    private long heardAt;
    private long pingedAt;
    private long shownAt;
    private long probedAt;
    private long reconnectInMs = -1;
    private long heartbeatNs = TimeUnit.SECONDS.toNanos(15);

    Link(Vertx vertx, WebSocketClient sockets, HttpClient http, Door door, RandomGenerator random, Owner owner) {
        this.vertx = vertx;
        this.sockets = sockets;
        this.http = http;
        this.door = door;
        this.owner = owner;
        this.backoff = new Backoff(random);
    }

    void dial() {
        if (dialing || ended || line != null) return;
        int mine = ++generation;
        var ear = new Hearing(mine);
        if (standsIn) {
            opened(StreamLine.open(http, door, owner.path(), ear));
            return;
        }
        dialing = true;
        var options = new WebSocketConnectOptions()
                .setAbsoluteURI("ws://" + door.next().getAuthority() + owner.path())
                .setHeaders(owner.headers())
                .setTimeout(CONNECT_MS);
        SocketLine.open(sockets, options, ear).onComplete(result -> {
            if (mine != generation) {
                if (result.succeeded()) result.result().close();
                return;
            }
            dialing = false;
            if (result.failed()) {
                refused();
            } else {
                refused = 0;
                opened(result.result());
            }
        });
    }

    /** A tap, the network coming back, the page becoming visible: starts afresh. */
    void wake() {
        backoff.reset();
        if (ended || line != null || dialing) return;
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
        return line != null && line.send(frame);
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
        if (line == null) return;
        replace();
    }

    /** Ends it for good. */
    void end() {
        ended = true;
        generation++;
        vertx.cancelTimer(timer);
        if (line != null) line.close();
        line = null;
    }

    /** Called a few times a second. */
    void tick(long now) {
        if (line == null) return;
        if (standsIn && now - shownAt > heartbeatNs / 2) {
            // Nobody sees that a stream is read.
            shownAt = now;
            send(ping(now));
        }
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

    private void opened(Line opened) {
        line = opened;
        openedAt = heardAt = shownAt = System.nanoTime();
        pingedAt = probedAt = 0;
        reconnectInMs = -1;
        owner.opened();
    }

    /** What is heard of one line, as long as it is the present one. */
    private final class Hearing implements Line.Ear {
        private final int mine;

        Hearing(int mine) {
            this.mine = mine;
        }

        @Override
        public void heard() {
            if (mine != generation) return;
            heardAt = System.nanoTime();
            probedAt = 0;
        }

        @Override
        public void received(JsonObject frame) {
            if (mine == generation) owner.received(frame);
        }

        @Override
        public void closed(int code) {
            if (mine == generation) Link.this.closed(code);
        }
    }

    private void closed(int code) {
        forget();
        var verdict = Verdict.of(code);
        ended = verdict == Verdict.STOP;
        owner.lost(code, ended);
        if (ended) return;
        if (reconnectInMs >= 0) later(reconnectInMs);
        else if (verdict == Verdict.RETRY && System.nanoTime() - openedAt < SHORT_LIFE_NS) failed();
        else {
            backoff.reset();
            later(backoff.delayMs());
        }
    }

    /** A socket did not open. */
    private void refused() {
        standsIn = owner.standsIn() && ++refused > 1;
        if (standsIn) dial();
        else failed();
    }

    private void forget() {
        line = null;
        standsIn = false;
        generation++;
    }

    private void failed() {
        backoff.failed();
        if (!backoff.exhausted()) later(backoff.delayMs());
    }

    private void later(long ms) {
        timer = vertx.setTimer(Math.max(1, ms), id -> dial());
    }

    private void replace() {
        var old = line;
        forget();
        old.close();
        owner.lost(Verdict.LOST, false);
        dial();
    }
}
