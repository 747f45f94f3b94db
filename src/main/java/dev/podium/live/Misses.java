package dev.podium.live;

import dev.podium.http.RateLimit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Counts PINs that led nowhere, by address, so that nobody finds games by trying. A PIN that leads to a game is never
 * counted: a school shares one address.
 */
@ApplicationScoped
public class Misses {
    static final Duration WINDOW = Duration.ofMinutes(1);
    /** Of one address in a window; a class that mistypes together stays below it. */
    private static final int ALLOWED = 60;

    private static final int ADDRESSES = 10_000;

    private final RateLimit limit = new RateLimit(ALLOWED, WINDOW, ADDRESSES, System::nanoTime);

    /** Counts a miss; false when it is one too many. Any thread. */
    public boolean allow(String address) {
        return limit.take(address).isZero();
    }
}
