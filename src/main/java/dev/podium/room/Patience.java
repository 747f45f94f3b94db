package dev.podium.room;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * When this instance tries a step of a game that is due: at once where it made the last one, else a little later, so that
 * instances do not all ask for the same lock; and not again for a while after a try. Any thread.
 */
public final class Patience {
    private static final int SHORTEST_MS = 100;
    private static final int LONGEST_MS = 300;

    private final LongSupplier nanoTime;
    private volatile int afterDueMs = draw();
    private volatile long restsUntil;

    Patience() {
        this(System::nanoTime);
    }

    Patience(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.restsUntil = nanoTime.getAsLong();
    }

    /** In how many milliseconds a step is to be tried that is due in {@code dueMs} (negative: since so long). */
    public long waitMs(long dueMs) {
        return Math.max(dueMs + afterDueMs, TimeUnit.NANOSECONDS.toMillis(restsUntil - nanoTime.getAsLong()));
    }

    /** Keeps from trying for so many milliseconds, unless the game moves here. */
    public void rest(long ms) {
        restsUntil = nanoTime.getAsLong() + TimeUnit.MILLISECONDS.toNanos(ms);
    }

    /** This instance has made the last step. */
    void movedHere() {
        afterDueMs = 0;
        restsUntil = nanoTime.getAsLong();
    }

    /** Another instance has. */
    void movedElsewhere() {
        if (afterDueMs == 0) afterDueMs = draw();
    }

    private static int draw() {
        return ThreadLocalRandom.current().nextInt(SHORTEST_MS, LONGEST_MS);
    }
}
