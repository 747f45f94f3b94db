package dev.podium.chaos;

import dev.podium.process.Instance;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Keeps an eye on the number of answers that were in time and met a close all the same, on every instance: a killed one
 * takes its count with it.
 */
final class LateWatch implements Runnable {
    private static final String COUNTER = "podium_answers_late_in_time_total";
    private static final int LOOK_MS = 500;

    private final List<Instance> instances;
    private final LongConsumer more;
    private final Map<Instance, Double> known = new HashMap<>();

    /** @param more is told of each increase */
    LateWatch(List<Instance> instances, LongConsumer more) {
        this.instances = instances;
        this.more = more;
    }

    @Override
    public void run() {
        try {
            while (true) {
                look();
                Thread.sleep(LOOK_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
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
