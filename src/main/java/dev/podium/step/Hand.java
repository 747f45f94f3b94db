package dev.podium.step;

import java.util.UUID;

/**
 * Whose hand takes a step.
 *
 * @param host null where it is a remote
 * @param remote its id; null where it is a host
 */
public record Hand(UUID host, String remote) {
    /** A clock's, or nobody's who is known. */
    public static final Hand NONE = new Hand(null, null);
}
