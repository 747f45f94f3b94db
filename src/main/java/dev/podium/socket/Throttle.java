package dev.podium.socket;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Lets the first through, and then one a minute. Thread-safe. */
final class Throttle {
    private static final long PAUSE_NS = TimeUnit.MINUTES.toNanos(1);

    private final AtomicLong next;

    /** @param now on {@link System#nanoTime}'s scale, as all times here */
    Throttle(long now) {
        next = new AtomicLong(now);
    }

    boolean lets(long now) {
        long due = next.get();
        return now - due >= 0 && next.compareAndSet(due, now + PAUSE_NS);
    }
}
