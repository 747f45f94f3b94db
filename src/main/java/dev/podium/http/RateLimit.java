package dev.podium.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts what is bounded, by key: so much at once, and then as it is forgotten, evenly over a window. Kept by this instance
 * only: with N instances a guesser has N times the tries, which is still few; a table would be a write for every wrong one.
 * Any thread.
 */
public final class RateLimit {
    private final long windowNs;
    private final long costNs;
    private final LongSupplier clock;
    private final long started;

    /** When everything that was counted for a key is forgotten. */
    private final Map<String, Long> forgotten;

    /**
     * @param allowed how much of a key in a window
     * @param keys how many are remembered; the one that was not touched for longest goes for the next: memory is worth more than
     *     a perfect count
     * @param clock nanoseconds since any moment
     */
    public RateLimit(int allowed, Duration window, int keys, LongSupplier clock) {
        this.windowNs = window.toNanos();
        this.costNs = windowNs / allowed;
        this.clock = clock;
        this.started = clock.getAsLong();
        this.forgotten = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > keys;
            }
        };
    }

    /**
     * Counts one more, unless that is too much.
     *
     * @return how long to wait, zero when it was counted
     */
    public synchronized Duration take(String key) {
        long now = clock.getAsLong() - started;
        long then = costNs + Math.max(now, forgotten.getOrDefault(key, now));
        if (then - now > windowNs) return Duration.ofNanos(then - now - windowNs);
        forgotten.put(key, then);
        return Duration.ZERO;
    }

    /** The last one counts no longer. */
    public synchronized void giveBack(String key) {
        forgotten.computeIfPresent(key, (_, then) -> then - costNs);
    }

    /** Nothing of this key counts any longer. */
    public synchronized void forget(String key) {
        forgotten.remove(key);
    }

    synchronized int size() {
        return forgotten.size();
    }
}
