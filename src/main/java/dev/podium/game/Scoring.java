package dev.podium.game;

import java.util.Locale;
import java.util.Optional;

/** What earns points: being right and quick, or being right alone. */
public enum Scoring {
    SPEED,
    ACCURACY;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The name on the wire, such as {@code "speed"}. */
    public String wireName() {
        return wireName;
    }

    /** The mode with this wire name, or empty. */
    public static Optional<Scoring> of(String wireName) {
        for (var scoring : values()) {
            if (scoring.wireName.equals(wireName)) {
                return Optional.of(scoring);
            }
        }
        return Optional.empty();
    }
}
