package dev.podium.address;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;

/**
 * Which test links a phone has opened. In this instance's memory only: it is asked where no public address is configured, and
 * there is one instance then.
 */
@ApplicationScoped
class Reached {
    /** More than people test in an hour; the oldest are forgotten. */
    private static final int MAX = 200;

    private final LinkedHashSet<String> tokens = new LinkedHashSet<>();

    synchronized void add(String token) {
        tokens.add(token);
        if (tokens.size() > MAX) tokens.removeFirst();
    }

    synchronized boolean has(String token) {
        return tokens.contains(token);
    }
}
