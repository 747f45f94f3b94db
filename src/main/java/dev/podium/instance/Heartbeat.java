package dev.podium.instance;

import dev.podium.database.DatabaseClock;
import dev.podium.database.Failures;
import dev.podium.loop.Retry;
import dev.podium.metrics.Metric;
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
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Says each second that this instance lives, and sees when none has for a while: an outage.
 *
 * <p>The sign of life is one statement that refuses itself when there was a gap. Then one instance at a time judges: it
 * {@linkplain Outages makes up} for the gap, and only then says that it lives itself.
 */
@ApplicationScoped
public class Heartbeat {
    private static final Logger LOG = Logger.getLogger(Heartbeat.class);
    private static final int BEAT_MS = 1_000;
    /** Without a sign of life of anybody for longer than this there was an outage. */
    public static final long OUTAGE_MS = 3_000;
    /** A clock that has not been vouched for within this time may have slept through an outage itself. */
    private static final long FRESH_NS = TimeUnit.MILLISECONDS.toNanos(2_500);
    /** Who waits for a sign of life gives up after this and may try again; a host's socket does. */
    private static final long VOUCH_MS = 5_000;
    /** One instance at a time judges whether there was a gap. The number is this question's alone. */
    private static final long JUDGE = 0x706f6469756dL;

    private static final String SAY = """
            WITH t AS MATERIALIZED (SELECT clock_timestamp() AS now),
                 a AS MATERIALIZED (SELECT max(alive_at) AS alive_at FROM instance)
            INSERT INTO instance (id, alive_at)
            SELECT $1::uuid, t.now FROM t, a
            WHERE a.alive_at IS NULL OR t.now - a.alive_at <= $2::bigint * interval '1 millisecond'
            ON CONFLICT (id) DO UPDATE SET alive_at = excluded.alive_at
            RETURNING (extract(epoch FROM alive_at) * 1000)::bigint
            """;

    private static final String SINCE = "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now,"
            + " (extract(epoch FROM max(alive_at)) * 1000)::bigint AS alive_at FROM instance";

    private final Vertx vertx;
    private final Pool pool;
    private final Instance instance;
    private final Outages outages;
    private final DatabaseClock clock;
    private final Retry retry;
    private final List<Promise<Void>> waiting = new ArrayList<>();
    private volatile long beatenAt;
    private volatile boolean beaten;
    private volatile boolean beating;

    private long timer;

    Heartbeat(Vertx vertx, Pool pool, Instance instance, Outages outages, DatabaseClock clock, MeterRegistry metrics) {
        this.vertx = vertx;
        this.pool = pool;
        this.instance = instance;
        this.outages = outages;
        this.clock = clock;
        this.retry = new Retry("Giving a sign of life", vertx, metrics, BEAT_MS, Failures::moment);
        metrics.gauge(Metric.COMMANDS_WAITING.id(), waiting, all -> {
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
    public boolean fresh() {
        return beaten && System.nanoTime() - beatenAt < FRESH_NS;
    }

    /** How long ago the database last took a sign of life, in milliseconds; empty when it never has. */
    OptionalLong silentMs() {
        return beaten
                ? OptionalLong.of(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beatenAt))
                : OptionalLong.empty();
    }

    /**
     * Completes once {@link #fresh}: what is decided after an outage must find the open questions moved. Fails with a {@link
     * TimeoutException} when that takes longer than {@value #VOUCH_MS} ms.
     */
    public Future<Void> vouched() {
        if (fresh()) return Future.succeededFuture();
        var promise = Promise.<Void>promise();
        synchronized (waiting) {
            waiting.add(promise);
        }
        vertx.setTimer(VOUCH_MS, id -> {
            synchronized (waiting) {
                if (!waiting.remove(promise)) return;
            }
            promise.fail(new TimeoutException("no sign of life for too long"));
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
                        retry.failed(result.cause());
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
                .compose(v -> client.query(SINCE).execute())
                .compose(rows -> {
                    var row = rows.iterator().next();
                    long aliveAt = row.getLong("alive_at");
                    long gapMs = row.getLong("now") - aliveAt;
                    if (gapMs <= OUTAGE_MS) return Future.succeededFuture();
                    LOG.infof("No instance was alive for %d ms; open questions are given that time back", gapMs);
                    return outages.makeUp(client, aliveAt);
                })
                .compose(v -> say(client))
                .mapEmpty();
    }
}
