package dev.podium.game;

import java.util.Locale;
import java.util.Optional;

/** How closely names and typed texts are looked at before a hall sees them. */
public enum Filter {
    OFF,
    /** For words of the game's language, and for English ones. */
    MEDIUM,
    /** For words of all languages, in disguise and inside of others too. */
    STRICT;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The name on the wire, such as {@code "medium"}. */
    public String wireName() {
        return wireName;
    }

    /** The choice with this wire name, or empty. */
    public static Optional<Filter> of(String wireName) {
        for (var filter : values()) {
            if (filter.wireName.equals(wireName)) return Optional.of(filter);
        }
        return Optional.empty();
    }
}
