package dev.podium.chaos;

import dev.podium.process.Instance;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Keeps an eye on the number of answers that were in time and met a close all the same, on every instance: a killed one
 * takes its count with it.
 */
final class LateWatch implements AutoCloseable {
    private static final String COUNTER = "podium_answers_late_in_time_total";
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(500);

    private final List<Instance> instances;
    private final LongConsumer more;
    private final Map<Instance, Double> known = new HashMap<>();
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::watch);
    private volatile boolean ended;

    /** @param more is told of each increase */
    LateWatch(List<Instance> instances, LongConsumer more) {
        this.instances = instances;
        this.more = more;
    }

    LateWatch start() {
        thread.start();
        return this;
    }

    /** Looks a last time. */
    @Override
    public void close() throws InterruptedException {
        ended = true;
        thread.join();
    }

    private void watch() {
        while (true) {
            boolean last = ended;
            look();
            if (last) return;
            LockSupport.parkNanos(LOOK_NS);
        }
    }

    private void look() {
        for (var instance : instances) {
            try {
                double now = instance.metric(COUNTER);
                double before = known.getOrDefault(instance, 0.0);
                // A process that has started anew counts from zero.
                long grown = Math.round(now < before ? now : now - before);
                if (grown > 0) more.accept(grown);
                known.put(instance, now);
            } catch (UncheckedIOException e) {
                // It does not run at present, and what it had counted is known.
            }
        }
    }
}
