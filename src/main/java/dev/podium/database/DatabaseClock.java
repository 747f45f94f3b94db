package dev.podium.database;

import dev.podium.loop.Retry;
import dev.podium.metrics.Metric;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * The database's clock, carried between measurements on this machine's monotonic one.
 *
 * <p>Of each round of measurements the one with the shortest round trip counts, with half of that trip as its error. It is
 * measured again at once when the database says another time than expected: after a fail-over, a correction, or the sleep of
 * a laptop, through which a monotonic clock sleeps too. Good for stamping answers and sending times; what decides about a
 * game reads the time in its own transaction.
 */
@Singleton
public class DatabaseClock {
    private static final Logger LOG = Logger.getLogger(DatabaseClock.class);
    private static final int SAMPLES = 5;
    private static final int MEASURE_MS = 10_000;
    private static final int RETRY_MS = 500;
    /** What two measurements on a busy machine may differ by. */
    private static final long TOLERANCE_MS = 50;

    private final Pool pool;
    private final Vertx vertx;
    private final Retry retry;
    private final AtomicBoolean measuring = new AtomicBoolean();

    /** Milliseconds to add to the monotonic clock; 0 until first measured. */
    private volatile long offsetMs;

    private volatile boolean measured;
    private volatile boolean stopped;

    private long timer;

    DatabaseClock(Pool pool, Vertx vertx, MeterRegistry metrics) {
        this.pool = pool;
        this.vertx = vertx;
        this.retry = new Retry("Asking the database for the time", vertx, metrics, RETRY_MS, Failures::moment);
        metrics.gauge(Metric.CLOCK_OFFSET_MS.id(), this, clock -> measured ? now() - System.currentTimeMillis() : 0);
    }

    @PreDestroy
    void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    void start(@Observes @Priority(50) StartupEvent event) {
        measure();
        timer = vertx.setPeriodic(MEASURE_MS, id -> measure());
    }

    /** The database's time in milliseconds since the epoch. Any thread. */
    public long now() {
        return monotonicMs() + offsetMs;
    }

    /** Whether the database has answered yet; before, {@link #now()} means nothing. */
    public boolean ready() {
        return measured;
    }

    /**
     * Compares with what the database has just said, and measures again where that cannot be.
     *
     * @param askedAt when it was asked, on {@link System#nanoTime}'s scale
     */
    public void check(long databaseMs, long askedAt) {
        long earliest = TimeUnit.NANOSECONDS.toMillis(askedAt) + offsetMs - TOLERANCE_MS;
        if (databaseMs < earliest || databaseMs > now() + TOLERANCE_MS) measure();
    }

    /** Measures as soon as the database answers. */
    private void measure() {
        if (!measuring.compareAndSet(false, true)) return;
        retry.until(() -> !stopped, () -> sample(SAMPLES, new Sample(Long.MAX_VALUE, 0)))
                .onSuccess(best -> set(best.offsetMs))
                .onComplete(done -> measuring.set(false));
    }

    private void set(long offset) {
        if (measured && Math.abs(offset - offsetMs) > TOLERANCE_MS) {
            LOG.infof("The database's clock is %d ms from where it was expected", offset - offsetMs);
        }
        offsetMs = offset;
        measured = true;
    }

    private Future<Sample> sample(int left, Sample best) {
        if (left == 0) return Future.succeededFuture(best);
        long before = System.nanoTime();
        return pool.query("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint")
                .execute()
                .compose(rows -> {
                    long tripNs = System.nanoTime() - before;
                    long middleMs = TimeUnit.NANOSECONDS.toMillis(before + tripNs / 2);
                    var sample = new Sample(tripNs, rows.iterator().next().getLong(0) - middleMs);
                    return sample(left - 1, sample.tripNs < best.tripNs ? sample : best);
                });
    }

    private static long monotonicMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    private record Sample(long tripNs, long offsetMs) {}
}
