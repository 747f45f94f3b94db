package dev.podium.proxy;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** How long bytes are on their way, in each direction: {@code ms}, give or take {@code jitterMs}. */
public record Delay(long ms, long jitterMs) {
    public static final Delay NONE = new Delay(0, 0);

    long drawNs() {
        long jitter = jitterMs == 0 ? 0 : ThreadLocalRandom.current().nextLong(-jitterMs, jitterMs + 1);
        return TimeUnit.MILLISECONDS.toNanos(ms + jitter);
    }
}
