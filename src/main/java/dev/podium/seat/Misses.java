package dev.podium.seat;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts PINs that led nowhere, by address, so that nobody finds games by trying. A PIN that leads to a game is never
 * counted: a school shares one address.
 */
@ApplicationScoped
public class Misses {
    static final Duration WINDOW = Duration.ofMinutes(1);
    /** Of one address in a window; a class that mistypes together stays below it. */
    private static final int ALLOWED = 60;
    /** So many addresses are remembered; beyond it the one not seen for longest is forgotten. */
    private static final int ADDRESSES = 10_000;

    private record Count(long since, int misses) {}

    private final Map<String, Count> counts = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > ADDRESSES;
        }
    };

    /** Counts a miss; false when it is one too many. Any thread. */
    public synchronized boolean allow(String address) {
        long now = System.nanoTime();
        var count = counts.merge(
                address,
                new Count(now, 1),
                (known, one) -> now - known.since > WINDOW.toNanos() ? one : new Count(known.since, known.misses + 1));
        return count.misses <= ALLOWED;
    }
}
