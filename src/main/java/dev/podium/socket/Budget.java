package dev.podium.socket;

import java.util.concurrent.TimeUnit;

/**
 * What one socket may send: {@value #FRAMES} frames and 64 KiB in any two seconds. Time is counted in slots, and the slot
 * that is about to leave the two seconds is forgotten whole, so that nobody is charged for what is older. One thread.
 */
final class Budget {
    static final int FRAMES = 40;
    static final int BYTES = 64 * 1024;
    /** Times a budget at which nobody listens any longer. */
    private static final int HARD = 2;

    private static final int SLOTS = 8;
    private static final long SLOT_NS = TimeUnit.SECONDS.toNanos(2) / SLOTS;

    /** What a frame does to the budget. */
    enum Spent {
        WITHIN,
        BEYOND,
        /** Twice the budget is gone. */
        DOUBLE
    }

    private final int[] framesOf = new int[SLOTS];
    private final int[] bytesOf = new int[SLOTS];
    private int frames;
    private int bytes;
    private long slot;

    /** @param now on the scale of {@link System#nanoTime}; that of a socket never goes back */
    Budget(long now) {
        slot = Math.floorDiv(now, SLOT_NS);
    }

    /** A frame has arrived. */
    Spent spend(int size, long now) {
        forget(Math.floorDiv(now, SLOT_NS));
        int current = Math.floorMod(slot, SLOTS);
        framesOf[current]++;
        bytesOf[current] += size;
        frames++;
        bytes += size;
        if (frames >= HARD * FRAMES || bytes >= HARD * BYTES) return Spent.DOUBLE;
        return frames > FRAMES || bytes > BYTES ? Spent.BEYOND : Spent.WITHIN;
    }

    private void forget(long until) {
        long first = Math.max(slot + 1, until - SLOTS + 1);
        for (long next = first; next <= until; next++) {
            int old = Math.floorMod(next, SLOTS);
            frames -= framesOf[old];
            bytes -= bytesOf[old];
            framesOf[old] = 0;
            bytesOf[old] = 0;
        }
        slot = until;
    }
}
