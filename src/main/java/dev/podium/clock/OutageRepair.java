package dev.podium.clock;

import dev.podium.database.Failures;
import dev.podium.instance.Heartbeat;
import dev.podium.instance.Outages;
import dev.podium.loop.Trace;
import dev.podium.metrics.Metric;
import dev.podium.seat.Presence;
import dev.podium.step.Steps;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Makes a pause of an outage: moves the open questions by the gap, and counts the other instances as alive as they were before it. A
 * game that cannot be moved, for what is in its row, is left behind; it must not stop the clocks of all the others.
 */
@ApplicationScoped
class OutageRepair implements Outages {
    private static final Logger LOG = Logger.getLogger(OutageRepair.class);
    /** Games that are moved at the same time; between two such groups the judge's own transaction shows that it lives. */
    private static final int MOVED_AT_ONCE = 8;

    /**
     * Where an earlier try was cut off, the games that it moved are moved by what has passed since. Games that are over are not
     * looked at: those that live are found by the index of their PINs.
     */
    static final String GAMES = """
            SELECT g.id, s.alive_at FROM game g, LATERAL (
                SELECT greatest($1::bigint, max(e.at)) AS alive_at
                FROM game_event e WHERE e.game_id = g.id AND e.type = 'shifted') s
            WHERE g.finished_at IS NULL AND g.phase IN ('ready', 'question') AND g.paused_at IS NULL AND g.id <> ALL ($2)
              AND s.alive_at < (extract(epoch FROM clock_timestamp()) * 1000)::bigint - $3
            LIMIT $4
            """;

    private static final String INSTANCES = "UPDATE instance SET alive_at = alive_at"
            + " + (clock_timestamp() - to_timestamp($1::bigint / 1000.0))"
            + " WHERE alive_at > to_timestamp(($1::bigint - $2::bigint) / 1000.0)";

    private final Steps steps;
    private final Counter leftBehind;

    OutageRepair(Steps steps, MeterRegistry metrics) {
        this.steps = steps;
        this.leftBehind = Counter.builder(Metric.OUTAGE_LEFT_BEHIND.id())
                .description("Games that could not be given the time of an outage back")
                .register(metrics);
    }

    @Override
    public Future<Void> makeUp(SqlConnection judge, long aliveAt) {
        return moveGames(judge, aliveAt, new HashSet<>()).compose(v -> moveInstances(judge, aliveAt));
    }

    /** @param tried games that are not tried again, whatever came of it */
    private Future<Void> moveGames(SqlConnection judge, long aliveAt, Set<UUID> tried) {
        return judge.preparedQuery(GAMES)
                .execute(Tuple.of(aliveAt, tried.toArray(UUID[]::new), Heartbeat.OUTAGE_MS, MOVED_AT_ONCE))
                .compose(games -> {
                    if (games.size() == 0) return Future.succeededFuture();
                    var moves = new ArrayList<Future<Void>>();
                    games.forEach(game -> moves.add(move(game.getUUID("id"), game.getLong("alive_at"), tried)));
                    return Future.join(moves).compose(v -> moveGames(judge, aliveAt, tried));
                });
    }

    /** Fails only where the database is away again. */
    private Future<Void> move(UUID game, long aliveAt, Set<UUID> tried) {
        return steps.makeUp(game, aliveAt)
                .<Void>mapEmpty()
                .recover(failure -> {
                    if (Failures.connection(failure)) return Future.failedFuture(failure);
                    LOG.errorf("Game %s could not be given the time of an outage back: %s", game, Trace.of(failure));
                    this.leftBehind.increment();
                    return Future.succeededFuture();
                })
                .onSuccess(v -> {
                    synchronized (tried) {
                        tried.add(game);
                    }
                });
    }

    /** Who was alive before the outage has not been heard since because nobody could be; their seats are not absent yet. */
    private static Future<Void> moveInstances(SqlConnection judge, long aliveAt) {
        return judge.preparedQuery(INSTANCES)
                .execute(Tuple.of(aliveAt, Presence.INSTANCE_DEAD_AFTER_MS))
                .mapEmpty();
    }
}
