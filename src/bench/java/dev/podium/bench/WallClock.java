package dev.podium.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The machine's time of day on {@link System#nanoTime}'s scale. The database's clock is that time of day, as everything
 * runs on one machine; so a server's {@code serverTime} and a driver's arrival are compared to within 2 ms.
 */
final class WallClock {
    private static final int SAMPLES = 100;

    private WallClock() {}

    /**
     * A time of day of the last seconds, in milliseconds since the epoch, as a moment of {@link System#nanoTime}. Measured
     * each time, as the two drift apart while the system sets its clock right.
     */
    static long nanos(long epochMs) {
        return epochMs * 1_000_000 - offset();
    }

    private static long offset() {
        long best = Long.MAX_VALUE;
        long offset = 0;
        for (int i = 0; i < SAMPLES; i++) {
            long before = System.nanoTime();
            long day = ChronoUnit.NANOS.between(Instant.EPOCH, Instant.now());
            long trip = System.nanoTime() - before;
            if (trip >= best) continue;
            best = trip;
            offset = day - before - trip / 2;
        }
        return offset;
    }
}
