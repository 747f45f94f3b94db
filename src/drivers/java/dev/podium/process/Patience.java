package dev.podium.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what other processes do. The bound is for slow machines; what is timed is asserted elsewhere. */
public final class Patience {
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final Duration LOOK = Duration.ofMillis(20);

    private Patience() {}

    public static void until(String what, BooleanSupplier condition) {
        until(what, condition, () -> "");
    }

    /** @param found tells the failure what there was instead */
    public static void until(String what, BooleanSupplier condition, Supplier<Object> found) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > LONGEST.toNanos()) {
                throw new AssertionError("not within " + LONGEST.toSeconds() + " s: " + what + " " + found.get());
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
