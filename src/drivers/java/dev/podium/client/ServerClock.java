package dev.podium.client;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** The server's time as the client knows it: of the last eight samples the one with the shortest round trip. */
final class ServerClock {
    private static final int KEPT = 8;

    private record Sample(long tripNs, long offsetMs) {}

    private final Deque<Sample> samples = new ArrayDeque<>();
    private volatile long offsetMs;

    /** @param askedAt when the question went out, on {@link System#nanoTime}'s scale */
    void sample(long askedAt, long serverTimeMs) {
        long now = System.nanoTime();
        long middleMs = TimeUnit.NANOSECONDS.toMillis(askedAt + (now - askedAt) / 2);
        if (samples.size() == KEPT) samples.removeFirst();
        samples.add(new Sample(now - askedAt, serverTimeMs - middleMs));
        offsetMs = samples.stream()
                .min(Comparator.comparingLong(Sample::tripNs))
                .orElseThrow()
                .offsetMs();
    }

    long nowMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime()) + offsetMs;
    }
}
