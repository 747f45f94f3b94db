package dev.podium.loop;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Something that is done once an hour from the start on, first at a moment drawn, so that instances started together do not do
 * it together. What fails is told as {@link Retry} tells it, and waits for the next hour. Runs on an event loop.
 */
public final class Hourly {
    private static final int EVERY_MS = (int) TimeUnit.HOURS.toMillis(1);
    private static final int FIRST_MS = (int) TimeUnit.MINUTES.toMillis(1);

    private final Vertx vertx;
    private final Retry retry;
    private final Supplier<Future<Void>> work;
    private volatile long timer;

    /**
     * @param what is done, as the beginning of a sentence in the log: "Collecting media"
     * @param moment whether a failure may be gone in a moment
     */
    public Hourly(
            String what, Vertx vertx, MeterRegistry metrics, Predicate<Throwable> moment, Supplier<Future<Void>> work) {
        this.vertx = vertx;
        this.retry = new Retry(what, vertx, metrics, EVERY_MS, moment);
        this.work = work;
    }

    public void start() {
        timer = vertx.setTimer(ThreadLocalRandom.current().nextInt(FIRST_MS, EVERY_MS), _ -> run());
    }

    public void stop() {
        vertx.cancelTimer(timer);
    }

    private void run() {
        timer = vertx.setTimer(EVERY_MS, _ -> run());
        work.get().onFailure(retry::failed);
    }
}
