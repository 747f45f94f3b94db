package dev.podium.report;

import dev.podium.http.Problem;
import dev.podium.metrics.Metric;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Few reports are read at the same time, each with a connection of the database and as much of a processor as it gets. Some
 * more wait for their turn, in order; whoever comes beyond those, or waits too long, is told to come back.
 */
@Singleton
class Turns {
    static final int AT_ONCE = 2;
    static final int WAITING = 8;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration COME_BACK = Duration.ofSeconds(10);

    private final Semaphore all = new Semaphore(AT_ONCE + WAITING);
    private final Semaphore running = new Semaphore(AT_ONCE, true);
    private final Duration longestWait;
    private final Counter refused;

    @Inject
    Turns(MeterRegistry metrics) {
        this(metrics, LONGEST_WAIT);
    }

    Turns(MeterRegistry metrics, Duration longestWait) {
        this.longestWait = longestWait;
        metrics.gauge(Metric.REPORTS_RUNNING.id(), this, Turns::running);
        metrics.gauge(Metric.REPORTS_WAITING.id(), this, Turns::waiting);
        refused = metrics.counter(Metric.REPORTS_REFUSED.id());
    }

    /** A turn ends by being closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Blocks until it is the caller's turn.
     *
     * @throws dev.podium.http.Refusal 503, when too many wait or this took too long
     */
    Turn next() {
        if (!all.tryAcquire()) throw refusal();
        if (!isMyTurn()) {
            all.release();
            throw refusal();
        }
        return () -> {
            running.release();
            all.release();
        };
    }

    int running() {
        return AT_ONCE - running.availablePermits();
    }

    int waiting() {
        return running.getQueueLength();
    }

    private boolean isMyTurn() {
        try {
            return running.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private RuntimeException refusal() {
        refused.increment();
        return Problem.of(503, "Busy", "Other reports are being read. Try again.")
                .refusal(COME_BACK);
    }
}
