package dev.podium.live;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;

/**
 * The database's clock, carried between measurements on this machine's monotonic one.
 *
 * <p>Of each round of measurements the one with the shortest round trip counts, with half of that trip as its error.
 * Good for stamping answers and sending times; what decides about a game reads the time in its own transaction.
 */
@ApplicationScoped
public class DatabaseClock {
    private static final int SAMPLES = 5;
    private static final int MEASURE_MS = 10_000;

    private final Pool pool;
    private final Vertx vertx;

    /** Milliseconds to add to the monotonic clock; 0 until first measured. */
    private volatile long offsetMs;

    private volatile boolean measured;

    private long timer;

    DatabaseClock(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    @PreDestroy
    void stop() {
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

    private void measure() {
        sample(SAMPLES, new Sample(Long.MAX_VALUE, 0));
    }

    private Future<Void> sample(int left, Sample best) {
        if (left == 0) {
            offsetMs = best.offsetMs;
            measured = true;
            return Future.succeededFuture();
        }
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
