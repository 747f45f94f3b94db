package dev.podium.loop;

import dev.podium.metrics.Metric;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Tries again what has failed, after a pause, and never in silence: the first failure and then at most one a minute becomes a line
 * in the log, and every one is counted as {@code podium.failures}, by what was tried and by its kind. What may be mended by a moment
 * is tried again; anything else is a fault, which trying again would only repeat. Thread-safe.
 */
public final class Retry {
    private static final Logger LOG = Logger.getLogger(Retry.class);
    static final long SAY_AGAIN_NS = TimeUnit.MINUTES.toNanos(1);

    private final String what;
    private final Vertx vertx;
    private final int pauseMs;
    private final Predicate<Throwable> moment;
    private final LongSupplier nanoTime;
    private final Counter moments;
    private final Counter faults;
    private final AtomicLong quietUntil;

    /**
     * @param what is tried, as the beginning of a sentence in the log and as a tag: "Reading a game"
     * @param pauseMs until the next try
     * @param moment whether a failure may be gone in a moment
     */
    public Retry(String what, Vertx vertx, MeterRegistry metrics, int pauseMs, Predicate<Throwable> moment) {
        this(what, vertx, metrics, pauseMs, moment, System::nanoTime);
    }

    Retry(
            String what,
            Vertx vertx,
            MeterRegistry metrics,
            int pauseMs,
            Predicate<Throwable> moment,
            LongSupplier nanoTime) {
        this.what = what;
        this.vertx = vertx;
        this.pauseMs = pauseMs;
        this.moment = moment;
        this.nanoTime = nanoTime;
        this.moments = metrics.counter(Metric.FAILURES.id(), "what", what, "kind", "moment");
        this.faults = metrics.counter(Metric.FAILURES.id(), "what", what, "kind", "fault");
        this.quietUntil = new AtomicLong(nanoTime.getAsLong());
    }

    /**
     * Tries until it succeeds, a fault is met or nobody wants it any more.
     *
     * @param wanted asked before each further try
     * @return what succeeded, or the failure that ended it
     */
    public <T> Future<T> until(BooleanSupplier wanted, Supplier<Future<T>> attempt) {
        var promise = Promise.<T>promise();
        attempt(wanted, attempt, promise);
        return promise.future();
    }

    private <T> void attempt(BooleanSupplier wanted, Supplier<Future<T>> attempt, Promise<T> promise) {
        start(attempt).onComplete(result -> {
            if (result.succeeded()) promise.complete(result.result());
            else if (failed(result.cause()) && wanted.getAsBoolean()) {
                vertx.setTimer(pauseMs, id -> attempt(wanted, attempt, promise));
            } else promise.fail(result.cause());
        });
    }

    private static <T> Future<T> start(Supplier<Future<T>> attempt) {
        try {
            return attempt.get();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    /**
     * Notes a failure of something that is tried again elsewhere.
     *
     * @return whether that can help
     */
    public boolean failed(Throwable failure) {
        boolean passes = moment.test(failure);
        (passes ? moments : faults).increment();
        long now = nanoTime.getAsLong();
        long quiet = quietUntil.get();
        if (now - quiet >= 0 && quietUntil.compareAndSet(quiet, now + SAY_AGAIN_NS)) say(failure, passes);
        return passes;
    }

    /** For how long whoever tries again by himself waits, in milliseconds. */
    public int pauseMs() {
        return pauseMs;
    }

    /** A moment is told by its kind, a fault by the lines of code it came through; neither by a message, which may name somebody. */
    private void say(Throwable failure, boolean passes) {
        if (passes)
            LOG.warnf(
                    "%s failed and is tried again: %s", what, failure.getClass().getName());
        else LOG.errorf("%s failed: %s", what, Trace.of(failure));
    }
}
