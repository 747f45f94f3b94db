package dev.podium.address;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * By which ways phones were reached that opened a test link. In this instance's memory only: it is asked where no public address is configured, and
 * there is one instance then.
 */
@ApplicationScoped
class Reached {
    /** More than people test in an hour; the oldest are forgotten. */
    private static final int MAX = 200;

    /** Whether a game would get through to a phone by a socket, and by a stream with requests. */
    record Ways(boolean socket, boolean stream) {
        boolean any() {
            return socket || stream;
        }
    }

    private final LinkedHashMap<String, Ways> tests = new LinkedHashMap<>();

    /** The last phone counts. */
    synchronized void add(String token, Ways ways) {
        tests.putLast(token, ways);
        if (tests.size() > MAX) tests.pollFirstEntry();
    }

    synchronized Optional<Ways> by(String token) {
        return Optional.ofNullable(tests.get(token));
    }
}
