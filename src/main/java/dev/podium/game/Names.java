package dev.podium.game;

import java.util.Locale;
import java.util.Optional;

/** Who names a player. */
public enum Names {
    /** The player does. */
    CHOSEN,
    /** The server draws a name, so that nobody is known by it. */
    MADE;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The name on the wire, such as {@code "made"}. */
    public String wireName() {
        return wireName;
    }

    /** The choice with this wire name, or empty. */
    public static Optional<Names> of(String wireName) {
        for (var names : values()) {
            if (names.wireName.equals(wireName)) return Optional.of(names);
        }
        return Optional.empty();
    }
}
