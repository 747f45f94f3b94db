package dev.podium.knative;

import dev.podium.process.Instance;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** A version of the service with its instances, whose number follows the work they have. One thread scales it. */
public final class Revision {
    /** The work one instance is meant to have; at the panic's twice as much nobody waits for the average. */
    private static final double TARGET = 10;

    private static final double PANIC_THRESHOLD = 2;
    private static final int MOST = 3;

    private record Sample(long at, int work) {}

    private final Supplier<Instance> source;
    private final Times times;
    private final List<Pod> pods = new CopyOnWriteArrayList<>();
    private final Deque<Sample> samples = new ArrayDeque<>();
    private volatile int most;
    private volatile int least;

    /** @param initial so many instances at least, until it has traffic */
    Revision(Supplier<Instance> source, Times times, int initial) {
        this.source = source;
        this.times = times;
        least = initial;
    }

    void noLongerInitial() {
        least = 0;
    }

    /** Some instance that is ready, whichever; null where none is. */
    Pod any() {
        var ready = pods.stream().filter(Pod::ready).toList();
        return ready.isEmpty() ? null : ready.get(ThreadLocalRandom.current().nextInt(ready.size()));
    }

    public int ready() {
        return (int) pods.stream().filter(Pod::ready).count();
    }

    /** The most instances that were ever ready at once. */
    public int most() {
        return most;
    }

    /** Also of those that are on their way out. */
    public int alive() {
        return (int) pods.stream().filter(Pod::alive).count();
    }

    /** @param held requests that wait for an instance */
    void scale(int held) {
        pods.removeIf(pod -> !pod.alive());
        most = Math.max(most, ready());
        long now = System.nanoTime() / 1_000_000;
        samples.add(new Sample(
                now, held + pods.stream().mapToInt(pod -> pod.work.get()).sum()));
        while (samples.peek().at < now - times.windowMs()) samples.poll();
        int stable = wanted(now - times.windowMs());
        int panic = wanted(now - times.windowMs() / Times.PANIC);
        var kept = pods.stream().filter(pod -> !pod.ending()).toList();
        boolean panics = panic >= PANIC_THRESHOLD * Math.max(1, kept.size());
        int wanted = Math.clamp(panics ? Math.max(panic, kept.size()) : stable, least, MOST);
        for (int i = kept.size(); i < wanted; i++) pods.add(Pod.start(source.get()));
        for (int i = wanted; i < kept.size(); i++) kept.get(i).end(times);
    }

    private int wanted(long since) {
        double average = samples.stream()
                .filter(sample -> sample.at >= since)
                .mapToInt(Sample::work)
                .average()
                .orElse(0);
        return (int) Math.ceil(average / TARGET);
    }
}
