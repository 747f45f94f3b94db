package dev.podium.bench;

import java.util.Arrays;

/** Durations in nanoseconds, smallest first. */
record Distribution(long[] sorted) {

    static Distribution of(long[] durations) {
        var sorted = durations.clone();
        Arrays.sort(sorted);
        return new Distribution(sorted);
    }

    /** The duration that the given part of all does not exceed, in milliseconds. */
    double ms(double part) {
        if (sorted.length == 0) return 0;
        int at = (int) Math.ceil(part * sorted.length) - 1;
        return sorted[Math.clamp(at, 0, sorted.length - 1)] / 1e6;
    }

    double p50() {
        return ms(0.5);
    }

    double p99() {
        return ms(0.99);
    }

    double last() {
        return ms(1);
    }
}
