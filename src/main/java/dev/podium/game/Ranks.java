package dev.podium.game;

import java.util.Locale;
import java.util.Optional;

/** Who sees, before the end, how the players rank: all, each player the own place alone, or nobody. */
public enum Ranks {
    SHOWN,
    OWN,
    HIDDEN;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The name on the wire, such as {@code "own"}. */
    public String wireName() {
        return wireName;
    }

    /** The choice with this wire name, or empty. */
    public static Optional<Ranks> of(String wireName) {
        for (var ranks : values()) {
            if (ranks.wireName.equals(wireName)) return Optional.of(ranks);
        }
        return Optional.empty();
    }
}
