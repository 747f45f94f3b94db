package dev.podium.game;

import java.util.Locale;
import java.util.Optional;

/**
 * How a game looks on its screens, and sounds before it begins.
 *
 * @param accent the colour of what is lit, {@code #rrggbb}; null for the theme's own
 * @param logo the address of a picture that stands beside the title; null for none
 * @param sound the address of what is heard in the lobby; null for nothing
 */
public record Look(Theme theme, String accent, String logo, String sound) {
    public static final Look DEFAULT = new Look(Theme.HALL, null, null, null);

    /** A stage of its own: type, ground and light. Each says the two grounds that its texts stand on. */
    public enum Theme {
        HALL("#15121c", "#1f1b29"),
        PAPER("#f6f0e4", "#fffdf8"),
        VELVET("#2a0a12", "#3a121c"),
        ARCADE("#03081a", "#0b1530"),
        MEADOW("#dcefe0", "#f7fcf7");

        private final String wireName = name().toLowerCase(Locale.ROOT);
        private final String ground;
        private final String surface;

        Theme(String ground, String surface) {
            this.ground = ground;
            this.surface = surface;
        }

        /** The name on the wire, such as {@code "hall"}. */
        public String wireName() {
            return wireName;
        }

        public String ground() {
            return ground;
        }

        public String surface() {
            return surface;
        }

        /** The theme with this wire name, or empty. */
        public static Optional<Theme> of(String wireName) {
            for (var theme : values()) {
                if (theme.wireName.equals(wireName)) return Optional.of(theme);
            }
            return Optional.empty();
        }
    }
}
