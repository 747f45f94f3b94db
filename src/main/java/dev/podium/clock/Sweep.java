package dev.podium.clock;

import dev.podium.database.DatabaseClock;
import dev.podium.database.Failures;
import dev.podium.game.Command;
import dev.podium.instance.Heartbeat;
import dev.podium.loop.Retry;
import dev.podium.room.HostSigns;
import dev.podium.room.Room;
import dev.podium.room.Rooms;
import dev.podium.step.Steps;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Now and then looks after the games that nobody watches any more, and says of the others that their hosts are there. */
@ApplicationScoped
class Sweep {
    private static final int SWEEP_MS = 15_000;
    /** A game without a host for so long ends. */
    private static final long HOSTS_GONE_MS = TimeUnit.HOURS.toMillis(2);

    private static final int SWEPT_AT_ONCE = 200;
    /** A game whose row is being written does not move meanwhile. */
    private static final int HOSTED_AT_ONCE = 50;

    /** In any order: games that cannot be moved must not stand before the others for ever. */
    private static final String FIND =
            "SELECT id FROM game WHERE finished_at IS NULL AND %s < $1 ORDER BY random() LIMIT " + SWEPT_AT_ONCE;

    static final String DUE = FIND.formatted("due_at");
    static final String WITHOUT_HOST = FIND.formatted("hosts_at");

    private static final String FORGET_INSTANCES =
            "DELETE FROM instance WHERE alive_at < clock_timestamp() - interval '1 day'";

    private final Vertx vertx;
    private final Pool pool;
    private final DatabaseClock clock;
    private final Heartbeat heartbeat;
    private final Rooms rooms;
    private final Steps steps;
    private final Retry retry;
    private volatile long timer;

    Sweep(
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
        this.retry = new Retry("Looking after games", vertx, metrics, SWEEP_MS, Failures::moment);
    }

    void start(@Observes @Priority(300) StartupEvent event) {
        timer = vertx.setTimer(ThreadLocalRandom.current().nextInt(1_000, 2_000), id -> sweep());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    private void sweep() {
        int jitter = ThreadLocalRandom.current().nextInt(-SWEEP_MS / 5, SWEEP_MS / 5);
        timer = vertx.setTimer(SWEEP_MS + jitter, id -> sweep());
        if (!heartbeat.fresh()) return;
        long now = clock.now();
        find(DUE, now - DueSteps.AGAIN_MS, new Command.Tick());
        find(WITHOUT_HOST, now - HOSTS_GONE_MS, new Command.HostsGone());
        pool.query(FORGET_INSTANCES).execute().onFailure(retry::failed);
        var hosted = rooms.all().stream().filter(Room::hosted).map(Room::game).toList();
        int pauseMs = Math.max(1, SWEEP_MS / 2 / (hosted.size() / HOSTED_AT_ONCE + 1));
        hosted(hosted, pauseMs);
    }

    /** Says of these games that their hosts are there, of some at a time and over half the time until the next sweep. */
    private void hosted(List<UUID> games, int pauseMs) {
        if (games.isEmpty()) return;
        int some = Math.min(HOSTED_AT_ONCE, games.size());
        HostSigns.note(pool, games.subList(0, some), clock.now()).onFailure(retry::failed);
        vertx.setTimer(pauseMs, id -> hosted(games.subList(some, games.size()), pauseMs));
    }

    private void find(String sql, long before, Command command) {
        pool.preparedQuery(sql)
                .execute(Tuple.of(before))
                .onSuccess(rows -> rows.forEach(
                        row -> steps.attempt(row.getUUID(0), command).onFailure(retry::failed)))
                .onFailure(retry::failed);
    }
}
