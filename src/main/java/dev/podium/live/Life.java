package dev.podium.live;

import dev.podium.game.Command;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
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
                .compose(v -> client.query(
                                "SELECT (extract(epoch FROM clock_timestamp() - max(alive_at)) * 1000)::bigint FROM instance")
                        .execute())
                .compose(rows -> {
                    var gap = rows.iterator().next().getLong(0);
                    return gap == null || gap <= OUTAGE_MS ? Future.succeededFuture() : shift(client, gap);
                })
                .compose(v -> client.preparedQuery("INSERT INTO instance (id) VALUES ($1)"
                                + " ON CONFLICT (id) DO UPDATE SET alive_at = clock_timestamp()")
                        .execute(Tuple.of(instance.id())))
                .mapEmpty();
    }

    private Future<Void> shift(SqlConnection client, long gapMs) {
        LOG.infof("No instance was alive for %d ms; open questions are given that time back", gapMs);
        return client.query("SELECT id FROM game WHERE phase IN ('ready', 'question') AND paused_at IS NULL")
                .execute()
                .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList())
                .compose(games -> shift(games, gapMs));
    }

    private Future<Void> shift(List<UUID> games, long gapMs) {
        var done = Future.<Void>succeededFuture();
        for (var game : games) {
            done = done.compose(
                    v -> commands.carryOutOwn(game, new Command.Outage(gapMs)).mapEmpty());
        }
        return done;
    }
}
