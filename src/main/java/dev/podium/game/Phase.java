package dev.podium.game;

import java.util.Locale;

/** Where a game stands. Every phase but the first and the last comes once for each question, a break once between two rounds. */
public enum Phase {
    LOBBY,
    READY,
    QUESTION,
    REVEAL,
    STANDINGS,
    /** Between two rounds. */
    BREAK,
    FINISHED;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The name on the wire and in the database, such as {@code "lobby"}. */
    public String wireName() {
        return wireName;
    }

    /**
     * The phase with this wire name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Phase of(String wireName) {
        for (var phase : values()) {
            if (phase.wireName.equals(wireName)) {
                return phase;
            }
        }
        throw new IllegalArgumentException("no phase " + wireName);
    }
}
