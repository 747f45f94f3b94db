package dev.podium.clock;

import dev.podium.database.DatabaseClock;
import dev.podium.database.Failures;
import dev.podium.game.Command;
import dev.podium.instance.Heartbeat;
import dev.podium.loop.Loop;
import dev.podium.loop.Retry;
import dev.podium.room.Room;
import dev.podium.room.Rooms;
import dev.podium.step.Reply;
import dev.podium.step.Steps;
import dev.podium.wire.ErrorCode;
import dev.podium.wire.Frame;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;

/** Tries the steps that are due in this instance's rooms. Every instance does, and the database lets one of them win. */
@ApplicationScoped
class DueSteps {
    /** Between two looks at the rooms: as long as no step is due, and not too long where the database corrects its clock. */
    private static final int LONGEST_SLEEP_MS = 500;

    /** Nor too short: there may be thousands of rooms. */
    private static final int SHORTEST_SLEEP_MS = 10;

    /** Until this instance lives again. */
    private static final int NOT_FRESH_MS = 50;
    /** Another try after one that changed nothing. */
    static final int AGAIN_MS = 150;

    private static final int HOSTS_AWAY_AGAIN_MS = 2_000;
    /** Who has more time may have answered by then. */
    private static final int OUTLASTED_AGAIN_MS = 400;
    /** A fault would be met again at once. */
    private static final int FAULT_AGAIN_MS = 15_000;

    private final Vertx vertx;
    private final DatabaseClock clock;
    private final Heartbeat heartbeat;
    private final Rooms rooms;
    private final Steps steps;
    private final Loop loop;
    private final Retry retry;
    private volatile long timer;
    /** When the next look at the rooms is due, on {@link System#nanoTime}'s scale; confined to the loop. */
    private long lookAt;

    DueSteps(Vertx vertx, DatabaseClock clock, Heartbeat heartbeat, Rooms rooms, Steps steps, MeterRegistry metrics) {
        this.vertx = vertx;
        this.clock = clock;
        this.heartbeat = heartbeat;
        this.rooms = rooms;
        this.steps = steps;
        this.loop = new Loop(vertx);
        this.retry = new Retry("A step that is due", vertx, metrics, AGAIN_MS, Failures::moment);
    }

    void start(@Observes @Priority(300) StartupEvent event) {
        rooms.onMove(this::wake);
        loop.run(this::look);
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    private void look() {
        sleep(heartbeat.fresh() ? Math.clamp(trySteps(), SHORTEST_SLEEP_MS, LONGEST_SLEEP_MS) : NOT_FRESH_MS);
    }

    private void sleep(long ms) {
        lookAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
        timer = vertx.setTimer(ms, id -> look());
    }

    /** A game has moved: its next step may be due before the next look. Any thread. */
    private void wake() {
        // On the loop: a look that goes on meanwhile may have passed that game already.
        loop.run(() -> {
            long leftNs = lookAt - System.nanoTime();
            if (leftNs > TimeUnit.MILLISECONDS.toNanos(SHORTEST_SLEEP_MS) && vertx.cancelTimer(timer)) {
                sleep(SHORTEST_SLEEP_MS);
            }
        });
    }

    /** Gives in how many milliseconds the next step is due. */
    private long trySteps() {
        long now = clock.now();
        long nextMs = LONGEST_SLEEP_MS;
        for (var room : rooms.all()) {
            try {
                nextMs = Math.min(nextMs, tryStep(room, now));
            } catch (RuntimeException e) {
                // A row that makes no sense stops its own game only.
                failed(room, e);
            }
        }
        return nextMs;
    }

    private long tryStep(Room room, long now) {
        var row = room.row();
        if (row == null) return LONGEST_SLEEP_MS;
        var due = row.game().dueAt(row.frozen().plan());
        if (due.isEmpty()) return LONGEST_SLEEP_MS;
        long waitMs = room.patience().waitMs(due.getAsLong() - now);
        if (waitMs > 0) return waitMs;
        room.patience().rest(AGAIN_MS);
        steps.attempt(room.game(), new Command.Tick()).onComplete(result -> {
            if (result.failed()) {
                failed(room, result.cause());
            } else if (Reply.HOSTS_AWAY.equals(result.result().reason())) {
                room.patience().rest(HOSTS_AWAY_AGAIN_MS);
            } else if (Reply.OUTLASTED.equals(result.result().reason())) {
                room.patience().rest(OUTLASTED_AGAIN_MS);
            }
        });
        return AGAIN_MS;
    }

    /** A game that cannot go on says so to its host; it is tried again now and then, for a row may be mended. */
    private void failed(Room room, Throwable failure) {
        if (retry.failed(failure)) return;
        room.patience().rest(FAULT_AGAIN_MS);
        room.tellHosts(Frame.error(ErrorCode.STUCK, "The game cannot go on by itself; the log says why.", null));
    }
}
