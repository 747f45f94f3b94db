package dev.podium.game;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A name that a player may have.
 *
 * @param text as it is shown
 * @param folded as it is compared
 */
public record Nickname(String text, String folded) {
    /** In graphemes: what a reader counts as one sign, a family emoji or a flag included. */
    public static final int MAX_GRAPHEMES = 24;

    /** The longest emoji in use has 10; more is marks piled up to cover the neighbours, and bounds the stored key. */
    private static final int MAX_POINTS_PER_GRAPHEME = 12;

    private static final int MAX_VARIANT = 9_999;
    private static final Pattern NUMBERED = Pattern.compile("(.*\\S) [0-9]{1,4}");

    /** The name for what somebody typed, trimmed, with single spaces, and as it shows; empty if it may not be one. */
    public static Optional<Nickname> of(String typed) {
        if (typed == null || !AnswerShape.storable(typed)) {
            return Optional.empty();
        }
        var single = Fold.collapse(typed);
        var text = Fold.collapse(DisplayText.of(single));
        if (text.codePoints().noneMatch(Nickname::shows) || single.codePoints().anyMatch(Nickname::steers)) {
            return Optional.empty();
        }
        var sizes = Graphemes.sizes(text, MAX_GRAPHEMES + 1);
        if (sizes.length > MAX_GRAPHEMES || max(sizes) > MAX_POINTS_PER_GRAPHEME) {
            return Optional.empty();
        }
        return Optional.of(new Nickname(text, Fold.of(text)));
    }

    /** A free name like a taken one: "Ada 2" for "Ada", shortened where it would be too long. */
    public static Optional<Nickname> variant(Nickname taken, Predicate<String> takenFolded) {
        var numbered = NUMBERED.matcher(taken.text());
        var base = numbered.matches() ? numbered.group(1) : taken.text();
        for (var number = 2; number <= MAX_VARIANT; number++) {
            var suffix = " " + number;
            var free = of(Graphemes.first(base, MAX_GRAPHEMES - suffix.length()) + suffix)
                    .filter(name -> !takenFolded.test(name.folded()));
            if (free.isPresent()) {
                return free;
            }
        }
        return Optional.empty();
    }

    /** Whether a reader sees something. What this JDK does not know yet, a newer phone may. */
    private static boolean shows(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> !blank(point);
        };
    }

    /** Letters and signs that are drawn as nothing: the Hangul fillers and the empty Braille cell. */
    private static boolean blank(int point) {
        return point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0 || point == 0x2800;
    }

    /** Control characters, and those that turn the direction of what stands around the name. */
    private static boolean steers(int point) {
        return Character.getType(point) == Character.CONTROL
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }

    private static int max(int[] sizes) {
        var max = 0;
        for (var size : sizes) {
            max = Math.max(max, size);
        }
        return max;
    }
}
