package dev.podium.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Says each second that this instance lives, and makes a pause of an outage: the first instance to see that none has
 * lived for a while moves the open questions by the gap, before anybody closes them.
 *
 * <p>The sign of life is one statement that refuses itself when there was a gap. Then one instance at a time judges: it
 * moves the games, counts the other instances as alive as they were before, and only then says that it lives itself. A game
 * that cannot be moved, for what is in its row, is left behind; it must not stop the clocks of all the others.
 */
@ApplicationScoped
class Life {
    private static final Logger LOG = Logger.getLogger(Life.class);
    private static final int BEAT_MS = 1_000;
    static final long OUTAGE_MS = 3_000;
    /** A clock that has not been vouched for within this time may have slept through an outage itself. */
    private static final long FRESH_NS = TimeUnit.MILLISECONDS.toNanos(2_500);
    /** Who waits for a sign of life gives up after this and may try again; a host's socket does. */
    private static final long VOUCH_MS = 5_000;
    /** One instance at a time judges whether there was a gap. The number is this question's alone. */
    private static final long JUDGE = 0x706f6469756dL;
    /** Games that are moved at the same time; between two such groups the judge's own transaction shows that it lives. */
    private static final int MOVED_AT_ONCE = 8;

    private static final String SAY = """
            WITH t AS MATERIALIZED (SELECT clock_timestamp() AS now),
                 a AS MATERIALIZED (SELECT max(alive_at) AS alive_at FROM instance)
            INSERT INTO instance (id, alive_at)
            SELECT $1::uuid, t.now FROM t, a
            WHERE a.alive_at IS NULL OR t.now - a.alive_at <= $2::bigint * interval '1 millisecond'
            ON CONFLICT (id) DO UPDATE SET alive_at = excluded.alive_at
            RETURNING (extract(epoch FROM alive_at) * 1000)::bigint
            """;

    /** Where an earlier try was cut off, the games that it moved are moved by what has passed since. */
    private static final String GAMES = """
            SELECT g.id, s.alive_at FROM game g, LATERAL (
                SELECT greatest($1::bigint, max(e.at)) AS alive_at
                FROM game_event e WHERE e.game_id = g.id AND e.type = 'shifted') s
            WHERE g.phase IN ('ready', 'question') AND g.paused_at IS NULL AND g.id <> ALL ($2)
              AND s.alive_at < (extract(epoch FROM clock_timestamp()) * 1000)::bigint - $3
            LIMIT $4
            """;

    private final Vertx vertx;
    private final Pool pool;
    private final Instance instance;
    private final Commands commands;
    private final DatabaseClock clock;
    private final Counter leftBehind;
    private final List<Promise<Void>> waiting = new ArrayList<>();
    private volatile long beatenAt;
    private volatile boolean beaten;
    private volatile boolean beating;

    private long timer;

    Life(Vertx vertx, Pool pool, Instance instance, Commands commands, DatabaseClock clock, MeterRegistry metrics) {
        this.vertx = vertx;
        this.pool = pool;
        this.instance = instance;
        this.commands = commands;
        this.clock = clock;
        this.leftBehind = Counter.builder("podium.outage.left.behind")
                .description("Games that could not be given the time of an outage back")
                .register(metrics);
        metrics.gauge("podium.commands.waiting", waiting, all -> {
            synchronized (all) {
                return all.size();
            }
        });
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

    /** How long ago the database last took a sign of life, in milliseconds; empty when it never has. */
    OptionalLong silentMs() {
        return beaten
                ? OptionalLong.of(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beatenAt))
                : OptionalLong.empty();
    }

    /**
     * Completes once {@link #fresh}: what is decided after an outage must find the open questions moved. Fails when that
     * takes longer than {@value #VOUCH_MS} ms.
     */
    Future<Void> vouched() {
        if (fresh()) return Future.succeededFuture();
        var promise = Promise.<Void>promise();
        synchronized (waiting) {
            waiting.add(promise);
        }
        vertx.setTimer(VOUCH_MS, id -> {
            synchronized (waiting) {
                if (!waiting.remove(promise)) return;
            }
            promise.fail("no sign of life for too long");
        });
        return promise.future();
    }

    private void beat() {
        if (beating) return;
        beating = true;
        long startedAt = System.nanoTime();
        say(pool)
                .compose(said -> said ? Future.succeededFuture() : pool.withTransaction(this::judge))
                .onComplete(result -> {
                    beating = false;
                    if (result.failed()) {
                        LOG.debugf(
                                "No sign of life could be given: %s",
                                result.cause().getMessage());
                        return;
                    }
                    beatenAt = startedAt;
                    beaten = true;
                    release();
                });
    }

    private void release() {
        if (!fresh()) return;
        List<Promise<Void>> released;
        synchronized (waiting) {
            released = List.copyOf(waiting);
            waiting.clear();
        }
        released.forEach(Promise::complete);
    }

    /** Gives false, and says nothing, where nobody has lived for too long. */
    private Future<Boolean> say(SqlClient client) {
        long askedAt = System.nanoTime();
        return client.preparedQuery(SAY)
                .execute(Tuple.of(instance.id(), OUTAGE_MS))
                .map(rows -> {
                    if (rows.rowCount() == 0) return false;
                    clock.check(rows.iterator().next().getLong(0), askedAt);
                    return true;
                });
    }

    private Future<Void> judge(SqlConnection client) {
        return client.preparedQuery("SELECT pg_advisory_xact_lock($1)")
                .execute(Tuple.of(JUDGE))
                // Somebody else may have judged meanwhile.
                .compose(v -> client.query("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now,"
                                + " (extract(epoch FROM max(alive_at)) * 1000)::bigint AS alive_at FROM instance")
                        .execute())
                .compose(rows -> {
                    var row = rows.iterator().next();
                    long aliveAt = row.getLong("alive_at");
                    long gapMs = row.getLong("now") - aliveAt;
                    if (gapMs <= OUTAGE_MS) return Future.succeededFuture();
                    LOG.infof("No instance was alive for %d ms; open questions are given that time back", gapMs);
                    return moveGames(client, aliveAt, new HashSet<>()).compose(v -> moveInstances(client, aliveAt));
                })
                .compose(v -> say(client))
                .mapEmpty();
    }

    /** @param tried games that are not tried again, whatever came of it */
    private Future<Void> moveGames(SqlConnection client, long aliveAt, Set<UUID> tried) {
        return client.preparedQuery(GAMES)
                .execute(Tuple.of(aliveAt, tried.toArray(UUID[]::new), OUTAGE_MS, MOVED_AT_ONCE))
                .compose(games -> {
                    if (games.size() == 0) return Future.succeededFuture();
                    var moves = new ArrayList<Future<Void>>();
                    games.forEach(game -> moves.add(move(game.getUUID("id"), game.getLong("alive_at"), tried)));
                    return Future.join(moves).compose(v -> moveGames(client, aliveAt, tried));
                });
    }

    /** Fails only where the database is away again. */
    private Future<Void> move(UUID game, long aliveAt, Set<UUID> tried) {
        return commands.makeUp(game, aliveAt)
                .<Void>mapEmpty()
                .recover(failure -> {
                    if (Blame.connection(failure)) return Future.failedFuture(failure);
                    LOG.errorf(failure, "Game %s could not be given the time of an outage back", game);
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
    private static Future<Void> moveInstances(SqlConnection client, long aliveAt) {
        return client.preparedQuery("UPDATE instance SET alive_at = alive_at"
                        + " + (clock_timestamp() - to_timestamp($1::bigint / 1000.0))"
                        + " WHERE alive_at > to_timestamp(($1::bigint - $2::bigint) / 1000.0)")
                .execute(Tuple.of(aliveAt, Seats.INSTANCE_DEAD_AFTER_MS))
                .mapEmpty();
    }
}
