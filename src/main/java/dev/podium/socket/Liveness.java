package dev.podium.socket;

import dev.podium.wire.CloseCode;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.TimeUnit;

/**
 * What is known of a socket's life: when it was last heard, whether it reads, and how long a ping takes there and back. All
 * times are on {@link System#nanoTime}'s scale. Thread-safe.
 */
final class Liveness {
    /** A player's socket that says no word of a game for so long only takes up room. */
    static final long ENTRY_NS = TimeUnit.SECONDS.toNanos(15);

    private static final int TRIPS = 8;
    private static final long LONGEST_TRIP_NS = TimeUnit.MINUTES.toNanos(1);

    private final long openedAt;
    private final long[] trips = new long[TRIPS];
    private int measured;
    private volatile boolean entryAwaited;
    private volatile boolean mute;
    private volatile long heardAt;
    private volatile long answeredAt;
    private volatile Integer rttMs;

    Liveness(long now) {
        openedAt = now;
        heardAt = now;
        answeredAt = now;
    }

    /** A join or a resume must come within {@link #ENTRY_NS}. */
    void awaitEntry() {
        entryAwaited = true;
    }

    /** It has come. */
    void entered() {
        entryAwaited = false;
    }

    /** It can say nothing itself: only that it takes what is written shows that it lives. */
    void mute() {
        mute = true;
    }

    /** A frame has come by another way, which is all that shows of a stream that it is read. */
    void heardElsewhere(long at) {
        heard(at);
        answeredAt = at;
    }

    /** How long nothing has come, in nanoseconds. */
    long silentNs(long now) {
        return now - heardAt;
    }

    /** Any frame has arrived. */
    void heard(long now) {
        heardAt = now;
    }

    /** What a ping carries. */
    static Buffer ping(long now) {
        return Buffer.buffer(Long.BYTES).appendLong(now);
    }

    /** A pong has arrived; those that carry no ping of ours are heard, but are no sign that it reads. */
    synchronized void pong(Buffer payload, long now) {
        heard(now);
        if (payload.length() != Long.BYTES) return;
        long trip = now - payload.getLong(0);
        if (trip < 0 || trip > LONGEST_TRIP_NS) return;
        answeredAt = now;
        trips[measured++ % TRIPS] = trip;
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < Math.min(measured, TRIPS); i++) smallest = Math.min(smallest, trips[i]);
        rttMs = (int) TimeUnit.NANOSECONDS.toMillis(smallest);
    }

    /** The smallest of the last eight round trips, or null before the first. */
    Integer rttMs() {
        return rttMs;
    }

    /**
     * Why this socket is to be closed now, or null. Who sends but answers no ping does not read.
     *
     * @param silentNs how long nothing may come
     */
    CloseCode overdue(long now, long silentNs) {
        if (mute) return null;
        if (now - heardAt > silentNs || entryAwaited && now - openedAt > ENTRY_NS) return CloseCode.SILENT;
        return now - answeredAt > silentNs ? CloseCode.TOO_SLOW : null;
    }
}
