package dev.podium.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Counts wrong passwords, so that guessing takes years. Two bounds a window: one for an e-mail address from one network
 * address, a wider one for the network address alone (a school is one address). Kept by this instance only: with N instances a
 * guesser has N times the tries, which is still few; a table would be a write for every wrong password.
 */
final class Tries {
    static final Duration WINDOW = Duration.ofMinutes(5);
    static final int MAX_PER_EMAIL = 10;
    static final int MAX_PER_ADDRESS = 100;

    /** When there are more, the longest untouched are forgotten: memory is worth more than a perfect count. */
    static final int MAX_KEYS = 20_000;

    private final InstantSource clock;
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MAX_KEYS;
        }
    };

    Tries(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Whether a password may be tried now; counts it as wrong until {@link #right} says otherwise, so that tries at the same
     * moment do not slip through together.
     *
     * @return how long to wait, zero for now
     */
    synchronized Duration begin(String address, String email) {
        var ofEmail = count(emailKey(address, email));
        var ofAddress = count(address);
        if (ofEmail.wrong >= MAX_PER_EMAIL) {
            return remaining(ofEmail);
        }
        if (ofAddress.wrong >= MAX_PER_ADDRESS) {
            return remaining(ofAddress);
        }
        ofEmail.wrong++;
        ofAddress.wrong++;
        return Duration.ZERO;
    }

    synchronized void right(String address, String email) {
        counts.remove(emailKey(address, email));
        var ofAddress = count(address);
        ofAddress.wrong = Math.max(0, ofAddress.wrong - 1);
    }

    synchronized int size() {
        return counts.size();
    }

    private Count count(String key) {
        var now = clock.millis();
        var count = counts.computeIfAbsent(key, k -> new Count(now));
        if (now - count.since >= WINDOW.toMillis()) {
            count.since = now;
            count.wrong = 0;
        }
        return count;
    }

    private Duration remaining(Count count) {
        return Duration.ofMillis(Math.max(1, count.since + WINDOW.toMillis() - clock.millis()));
    }

    private static String emailKey(String address, String email) {
        return address + ' ' + email.toLowerCase(Locale.ROOT);
    }

    private static final class Count {
        long since;
        int wrong;

        Count(long since) {
            this.since = since;
        }
    }
}
