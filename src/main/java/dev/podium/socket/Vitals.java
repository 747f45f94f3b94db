package dev.podium.socket;

import io.vertx.core.buffer.Buffer;
import java.util.concurrent.TimeUnit;

/** What is known of a socket's life: when it was last heard, and how long a ping takes there and back. Thread-safe. */
final class Vitals {
    private static final int TRIPS = 8;

    private final long[] trips = new long[TRIPS];
    private int measured;
    private volatile long heardAt = System.nanoTime();
    private volatile Integer rttMs;

    /** Any frame has arrived. */
    void heard() {
        heardAt = System.nanoTime();
    }

    /** On {@link System#nanoTime}'s scale. */
    long heardAt() {
        return heardAt;
    }

    static Buffer ping() {
        return Buffer.buffer(Long.BYTES).appendLong(System.nanoTime());
    }

    /** A pong has arrived; those that carry no ping of ours are heard, but not measured. */
    synchronized void pong(Buffer payload) {
        heard();
        if (payload.length() != Long.BYTES) return;
        long trip = System.nanoTime() - payload.getLong(0);
        if (trip < 0 || trip > TimeUnit.MINUTES.toNanos(1)) return;
        trips[measured++ % TRIPS] = trip;
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < Math.min(measured, TRIPS); i++) smallest = Math.min(smallest, trips[i]);
        rttMs = (int) TimeUnit.NANOSECONDS.toMillis(smallest);
    }

    /** The smallest of the last eight round trips, or null before the first. */
    Integer rttMs() {
        return rttMs;
    }
}
