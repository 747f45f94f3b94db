package dev.podium.game;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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

    /** The ends of the ranges that numbers are drawn from. */
    private static final List<Integer> FARTHEST = List.of(100, 1_000, 10_000);

    private static final int DRAWN_EACH = 3;
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

    /**
     * Names like a taken one, the nicest first: "Ada 2", "Ada 3", "Ada 4", then with numbers drawn further and further away, so that
     * one of a few is free even where hundreds have the same name. Shortened where they would be too long.
     */
    public static List<Nickname> variants(Nickname taken, RandomGenerator random) {
        var numbered = NUMBERED.matcher(taken.text());
        var base = numbered.matches() ? numbered.group(1) : taken.text();
        var numbers = IntStream.concat(
                IntStream.rangeClosed(2, 4),
                FARTHEST.stream().flatMapToInt(farthest -> random.ints(DRAWN_EACH, farthest / 10, farthest)));
        return numbers.distinct()
                .mapToObj(number -> of(Graphemes.first(base, MAX_GRAPHEMES - (" " + number).length()) + " " + number))
                .flatMap(Optional::stream)
                .toList();
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
