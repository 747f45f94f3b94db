package dev.podium.skew;

import java.time.Instant;

/** The time as a program with a wrong clock sees it; rewritten code calls this instead of the JDK. */
public final class Skew {
    private static volatile long offMs;

    private Skew() {}

    static void set(long ms) {
        offMs = ms;
    }

    /** Instead of {@link System#currentTimeMillis}. */
    public static long currentTimeMillis() {
        return System.currentTimeMillis() + offMs;
    }

    /** Instead of {@link Instant#ofEpochSecond(long, long)}, where the JDK makes the present of it. */
    public static Instant ofEpochSecond(long seconds, long nanos) {
        return Instant.ofEpochSecond(seconds, nanos).plusMillis(offMs);
    }
}
