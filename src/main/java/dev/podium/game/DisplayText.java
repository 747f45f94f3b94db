package dev.podium.game;

/**
 * A text as it is shown, without what nobody could see in it.
 *
 * <p>Invisible is not always idle: joiners hold emoji together and shape Persian and Indic words, selectors colour a heart, tags
 * make a flag, marks of direction keep a formula in order. Such a character stays where it has something to do; the others, left
 * over from a paste, go. Texts that still differ by them alone are alike to {@link Fold}.
 */
public final class DisplayText {
    private static final int START = -1;
    private static final int BLACK_FLAG = 0x1F3F4;

    private DisplayText() {}

    /** The text without idle characters, and without white space at its end. Empty if there is nothing to see. */
    public static String of(String typed) {
        var result = new StringBuilder(typed.length());
        var before = START;
        for (var point : typed.codePoints().toArray()) {
            if (!invisible(point) || works(point, before)) {
                result.appendCodePoint(point);
                before = point;
            }
        }
        var end = result.length();
        while (end > 0 && idleAtTheEnd(result.charAt(end - 1))) {
            end--;
        }
        return result.substring(0, end);
    }

    private static boolean invisible(int point) {
        return Fold.selectsVariation(point)
                || point == 0xAD
                || point == 0x61C
                || point == 0x180E
                || (point >= 0x200B && point <= 0x200F)
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2060 && point <= 0x206F)
                || point == 0xFEFF
                || (point >= 0xFFF9 && point <= 0xFFFB)
                || tag(point);
    }

    /** Whether an invisible character does something to the one before it, or to the words around. */
    private static boolean works(int point, int before) {
        if (before == START) {
            return false;
        }
        if (Fold.selectsVariation(point)) {
            return hasForms(before) || Character.isDigit(before) || punctuation(before);
        }
        if (tag(point)) {
            return before == BLACK_FLAG || tag(before);
        }
        return directs(point) || (joins(point) && hasForms(before));
    }

    /** Emoji, and letters of the scripts in which neighbours join: those without upper and lower case. */
    private static boolean hasForms(int point) {
        return switch (Character.getType(point)) {
            case Character.OTHER_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.OTHER_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.MATH_SYMBOL -> true;
            default -> false;
        };
    }

    /** Digits become keycaps, and ‼ has a coloured form. */
    private static boolean punctuation(int point) {
        return Character.getType(point) == Character.OTHER_PUNCTUATION;
    }

    /** Joiner, non-joiner, and the zero-width space between the words of scripts without spaces. */
    private static boolean joins(int point) {
        return point >= 0x200B && point <= 0x200D;
    }

    private static boolean directs(int point) {
        return point == 0x61C
                || point == 0x200E
                || point == 0x200F
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }

    private static boolean tag(int point) {
        return point == 0xE0001 || (point >= 0xE0020 && point <= 0xE007F);
    }

    private static boolean idleAtTheEnd(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || directs(c) || c == 0x200B;
    }
}
