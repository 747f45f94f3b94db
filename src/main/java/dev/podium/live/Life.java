package dev.podium.live;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Says each second that this instance lives, and makes a pause of an outage: the first instance to see that none has
 * lived for a while moves the open questions by the gap, before anybody closes them.
 */
@ApplicationScoped
class Life {
    private static final Logger LOG = Logger.getLogger(Life.class);
    private static final int BEAT_MS = 1_000;
    private static final long OUTAGE_MS = 3_000;
    /** A clock that has not been vouched for within this time may have slept through an outage itself. */
    private static final long FRESH_NS = TimeUnit.MILLISECONDS.toNanos(2_500);
    /** One instance at a time judges whether there was a gap. The number is this question's alone. */
    private static final long JUDGE = 0x706f6469756dL;

    private final Vertx vertx;
    private final Pool pool;
    private final Instance instance;
    private final Commands commands;
    private volatile long beatenAt;
    private volatile boolean beaten;
    private volatile boolean beating;

    private long timer;

    Life(Vertx vertx, Pool pool, Instance instance, Commands commands) {
        this.vertx = vertx;
        this.pool = pool;
        this.instance = instance;
        this.commands = commands;
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    void start(@Observes @Priority(150) StartupEvent event) {
        beat();
        timer = vertx.setPeriodic(BEAT_MS, id -> beat());
    }

    /** Whether clocks may act: this instance has said that it lives a moment ago, and any outage has been dealt with. */
    boolean fresh() {
        return beaten && System.nanoTime() - beatenAt < FRESH_NS;
    }

    private void beat() {
        if (beating) return;
        beating = true;
        long startedAt = System.nanoTime();
        pool.withTransaction(this::beat).onComplete(result -> {
            beating = false;
            if (result.failed()) {
                LOG.debugf("No sign of life could be given: %s", result.cause().getMessage());
                return;
            }
            beatenAt = startedAt;
            beaten = true;
        });
    }

    private Future<Void> beat(SqlConnection client) {
        return client.preparedQuery("SELECT pg_advisory_xact_lock($1)")
                .execute(Tuple.of(JUDGE))
                .compose(v -> client.query("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now,"
                                + " (extract(epoch FROM max(alive_at)) * 1000)::bigint AS alive_at FROM instance")
                        .execute())
                .compose(rows -> {
                    var row = rows.iterator().next();
                    long now = row.getLong("now");
                    var aliveAt = row.getLong("alive_at");
                    return aliveAt == null || now - aliveAt <= OUTAGE_MS
                            ? Future.succeededFuture()
                            : shift(client, aliveAt, now);
                })
                .compose(v -> client.preparedQuery("INSERT INTO instance (id) VALUES ($1)"
                                + " ON CONFLICT (id) DO UPDATE SET alive_at = clock_timestamp()")
                        .execute(Tuple.of(instance.id())))
                .mapEmpty();
    }

    /** Where an earlier try was cut off, the games that it moved are moved by what has passed since. */
    private Future<Void> shift(SqlConnection client, long aliveAt, long now) {
        LOG.infof("No instance was alive for %d ms; open questions are given that time back", now - aliveAt);
        return client.preparedQuery("SELECT g.id, greatest($1::bigint, (SELECT max(e.at) FROM game_event e"
                        + " WHERE e.game_id = g.id AND e.type = 'shifted')) AS alive_at"
                        + " FROM game g WHERE g.phase IN ('ready', 'question') AND g.paused_at IS NULL")
                .execute(Tuple.of(aliveAt))
                .compose(games -> shift(games, now));
    }

    private Future<Void> shift(RowSet<Row> games, long now) {
        var done = Future.<Void>succeededFuture();
        for (var game : games) {
            long aliveAt = game.getLong("alive_at");
            if (now - aliveAt <= OUTAGE_MS) continue;
            done = done.compose(
                    v -> commands.makeUp(game.getUUID("id"), aliveAt).mapEmpty());
        }
        return done;
    }
}
