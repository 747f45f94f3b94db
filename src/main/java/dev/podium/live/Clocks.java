package dev.podium.live;

import dev.podium.game.Command;
import dev.podium.game.Phase;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * What happens by itself. Every instance tries the steps that are due in its rooms, and the database lets one of them win;
 * a sweep finds the games that nobody watches any more.
 */
@ApplicationScoped
class Clocks {
    private static final Logger LOG = Logger.getLogger(Clocks.class);
    /** Between two looks at the rooms: as long as no step is due, and not too long where the database corrects its clock. */
    private static final int LONGEST_SLEEP_MS = 500;

    /** Nor too short: there may be thousands of rooms. */
    private static final int SHORTEST_SLEEP_MS = 10;

    /** Until this instance lives again. */
    private static final int NOT_FRESH_MS = 50;

    /** Counts are shown at most five times a second. */
    private static final int COUNT_MS = 200;
    /** Every room is counted whole in one of so many rounds, each in its own; in the others only what stirs, and answers alone. */
    private static final int ROUNDS = 5;

    static final int SWEEP_MS = 15_000;
    /** Another try after one that changed nothing. */
    private static final int AGAIN_MS = 150;

    private static final int HOSTS_AWAY_AGAIN_MS = 2_000;
    /** A game without a host for so long ends. */
    private static final long HOSTS_GONE_MS = TimeUnit.HOURS.toMillis(2);

    private static final int SWEPT_AT_ONCE = 200;
    /** A game whose row is being written does not move meanwhile. */
    private static final int HOSTED_AT_ONCE = 50;

    private final Vertx vertx;
    private final Pool pool;
    private final GameStore store;
    private final DatabaseClock clock;
    private final Life life;
    private final Rooms rooms;
    private final Commands commands;
    private final Loop loop;
    private volatile long ticks;
    /** When the next look at the rooms is due, on {@link System#nanoTime}'s scale; confined to the loop. */
    private long tickAt;

    private long countTimer;
    private volatile long sweeps;
    private boolean counting;
    private int counts;

    Clocks(Vertx vertx, Pool pool, GameStore store, DatabaseClock clock, Life life, Rooms rooms, Commands commands) {
        this.vertx = vertx;
        this.pool = pool;
        this.store = store;
        this.clock = clock;
        this.life = life;
        this.rooms = rooms;
        this.commands = commands;
        this.loop = new Loop(vertx);
    }

    void start(@Observes @Priority(300) StartupEvent event) {
        rooms.onMove(this::wake);
        loop.run(this::tick);
        countTimer = vertx.setPeriodic(COUNT_MS, id -> count());
        sweeps = vertx.setTimer(ThreadLocalRandom.current().nextInt(1_000, 2_000), id -> sweep());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(ticks);
        vertx.cancelTimer(countTimer);
        vertx.cancelTimer(sweeps);
    }

    private void tick() {
        sleep(life.fresh() ? Math.clamp(trySteps(), SHORTEST_SLEEP_MS, LONGEST_SLEEP_MS) : NOT_FRESH_MS);
    }

    private void sleep(long ms) {
        tickAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
        ticks = vertx.setTimer(ms, id -> tick());
    }

    /** A game has moved: its next step may be due before the clocks wake by themselves. Any thread. */
    private void wake() {
        // On the loop: a look that goes on meanwhile may have passed that game already.
        loop.run(() -> {
            long leftNs = tickAt - System.nanoTime();
            if (leftNs > TimeUnit.MILLISECONDS.toNanos(SHORTEST_SLEEP_MS) && vertx.cancelTimer(ticks)) {
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
                LOG.errorf(e, "The clock of game %s fails", room.game());
                room.rest(SWEEP_MS);
            }
        }
        return nextMs;
    }

    private long tryStep(Room room, long now) {
        var row = room.row();
        if (row == null) return LONGEST_SLEEP_MS;
        var due = row.game().dueAt(row.frozen().plan());
        if (due.isEmpty()) return LONGEST_SLEEP_MS;
        long dueMs = Math.max(due.getAsLong() + room.patienceMs() - now, room.restsMs());
        if (dueMs > 0) return dueMs;
        room.rest(AGAIN_MS);
        commands.attempt(room.game(), new Command.Tick()).onSuccess(reply -> {
            if (Commands.HOSTS_AWAY.equals(reply.reason())) room.rest(HOSTS_AWAY_AGAIN_MS);
        });
        return AGAIN_MS;
    }

    private void count() {
        if (counting || !clock.ready()) return;
        int round = ++counts % ROUNDS;
        var whole = new ArrayList<UUID>();
        var answers = new ArrayList<UUID>();
        for (var room : rooms.all()) {
            if (room.row() == null || room.row().in(Phase.FINISHED)) continue;
            boolean turn = Math.floorMod(room.game().hashCode(), ROUNDS) == round;
            if (!turn && !room.stirred) continue;
            room.stirred = false;
            (turn || !room.row().open() ? whole : answers).add(room.game());
        }
        counting = true;
        Future.join(countWhole(whole), countAnswers(answers)).onComplete(v -> counting = false);
    }

    private Future<Void> countWhole(List<UUID> games) {
        if (games.isEmpty()) return Future.succeededFuture();
        return Count.whole(pool, games, clock.now())
                .onSuccess(counts -> counts.forEach(this::counted))
                .mapEmpty();
    }

    /** Seats are counted with them only where everybody may have answered. */
    private Future<Void> countAnswers(List<UUID> games) {
        if (games.isEmpty()) return Future.succeededFuture();
        return Count.answers(pool, games)
                .onSuccess(counts -> counts.forEach(this::counted))
                .compose(counts -> countWhole(
                        counts.stream().filter(this::mayBeAll).map(Count::game).toList()));
    }

    private boolean mayBeAll(Count count) {
        var room = rooms.of(count.game());
        return room != null && room.mayBeAll(count.answered());
    }

    private void counted(Count count) {
        var room = rooms.of(count.game());
        if (room == null) return;
        room.counted(count);
        var row = room.row();
        if (row == null || row.seq() != count.seq() || !row.open() || !life.fresh()) return;
        if (count.complete()) commands.attempt(room.game(), new Command.AllAnswered());
    }

    private void sweep() {
        int jitter = ThreadLocalRandom.current().nextInt(-SWEEP_MS / 5, SWEEP_MS / 5);
        sweeps = vertx.setTimer(SWEEP_MS + jitter, id -> sweep());
        if (!life.fresh()) return;
        long now = clock.now();
        // In any order: games that cannot be moved must not stand before the others for ever.
        find(
                "SELECT id FROM game WHERE finished_at IS NULL AND due_at < $1 ORDER BY random() LIMIT "
                        + SWEPT_AT_ONCE,
                now - AGAIN_MS,
                new Command.Tick());
        find(
                "SELECT id FROM game WHERE finished_at IS NULL AND hosts_at < $1 ORDER BY random() LIMIT "
                        + SWEPT_AT_ONCE,
                now - HOSTS_GONE_MS,
                new Command.HostsGone());
        pool.query("DELETE FROM instance WHERE alive_at < clock_timestamp() - interval '1 day'")
                .execute();
        var hosted = rooms.all().stream().filter(Room::hosted).map(Room::game).toList();
        int pauseMs = Math.max(1, SWEEP_MS / 2 / (hosted.size() / HOSTED_AT_ONCE + 1));
        hosted(hosted, pauseMs);
    }

    /** Says of these games that their hosts are there, of some at a time and over half the time until the next sweep. */
    private void hosted(List<UUID> games, int pauseMs) {
        if (games.isEmpty()) return;
        int some = Math.min(HOSTED_AT_ONCE, games.size());
        store.hosted(pool, games.subList(0, some).toArray(UUID[]::new), clock.now());
        vertx.setTimer(pauseMs, id -> hosted(games.subList(some, games.size()), pauseMs));
    }

    private void find(String sql, long before, Command command) {
        pool.preparedQuery(sql).execute(Tuple.of(before)).onSuccess(rows -> {
            List<UUID> games = rows.stream().map(row -> row.getUUID(0)).toList();
            games.forEach(game -> commands.attempt(game, command));
        });
    }
}
