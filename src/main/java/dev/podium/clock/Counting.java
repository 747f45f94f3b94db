package dev.podium.clock;

import dev.podium.database.DatabaseClock;
import dev.podium.database.Failures;
import dev.podium.game.Command;
import dev.podium.game.Phase;
import dev.podium.instance.Heartbeat;
import dev.podium.loop.Retry;
import dev.podium.room.Count;
import dev.podium.room.Rooms;
import dev.podium.step.Steps;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Counts what goes on in this instance's rooms, shows it, and closes a question that everybody has answered. Every room is counted
 * whole in one of so many rounds, each in its own; in the others only what stirs, and answers alone.
 */
@ApplicationScoped
class Counting {
    /** Counts are shown at most five times a second. */
    private static final int COUNT_MS = 200;

    private static final int ROUNDS = 5;

    private final Vertx vertx;
    private final Pool pool;
    private final DatabaseClock clock;
    private final Heartbeat heartbeat;
    private final Rooms rooms;
    private final Steps steps;
    private final Retry retry;
    private long timer;
    private boolean counting;
    private int counts;

    Counting(
            Vertx vertx,
            Pool pool,
            DatabaseClock clock,
            Heartbeat heartbeat,
            Rooms rooms,
            Steps steps,
            MeterRegistry metrics) {
        this.vertx = vertx;
        this.pool = pool;
        this.clock = clock;
        this.heartbeat = heartbeat;
        this.rooms = rooms;
        this.steps = steps;
        this.retry = new Retry("Counting", vertx, metrics, COUNT_MS, Failures::moment);
    }

    void start(@Observes @Priority(300) StartupEvent event) {
        timer = vertx.setPeriodic(COUNT_MS, id -> count());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    private void count() {
        if (counting || !clock.ready()) return;
        int round = ++counts % ROUNDS;
        var whole = new ArrayList<UUID>();
        var answers = new ArrayList<UUID>();
        for (var room : rooms.all()) {
            var row = room.row();
            if (row == null || row.in(Phase.FINISHED)) continue;
            boolean turn = Math.floorMod(room.game().hashCode(), ROUNDS) == round;
            if (!room.counts().wasStirred() && !turn) continue;
            (turn || !row.open() ? whole : answers).add(room.game());
        }
        counting = true;
        Future.join(countWhole(whole), countAnswers(answers))
                .onFailure(retry::failed)
                .onComplete(v -> counting = false);
    }

    private Future<Void> countWhole(List<UUID> games) {
        if (games.isEmpty()) return Future.succeededFuture();
        return Count.whole(pool, games, clock.now())
                .onSuccess(found -> found.forEach(this::counted))
                .mapEmpty();
    }

    /** Seats are counted with them only where everybody may have answered. */
    private Future<Void> countAnswers(List<UUID> games) {
        if (games.isEmpty()) return Future.succeededFuture();
        return Count.answers(pool, games)
                .onSuccess(found -> found.forEach(this::counted))
                .compose(found -> countWhole(
                        found.stream().filter(this::mayBeAll).map(Count::game).toList()));
    }

    private boolean mayBeAll(Count count) {
        var room = rooms.of(count.game());
        return room != null && room.counts().mayBeAll(count.answered());
    }

    private void counted(Count count) {
        var room = rooms.of(count.game());
        if (room == null) return;
        room.counted(count);
        var row = room.row();
        if (row == null || row.seq() != count.seq() || !row.open() || !heartbeat.fresh()) return;
        if (count.complete()) {
            steps.attempt(room.game(), new Command.AllAnswered()).onFailure(retry::failed);
        }
    }
}
