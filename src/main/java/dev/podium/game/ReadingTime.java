package dev.podium.game;

import java.lang.Character.UnicodeScript;

/** How long a question takes to read. */
final class ReadingTime {
    private static final long MIN_MS = 3_000;
    private static final long MAX_MS = 15_000;
    private static final long LOOKING_UP_MS = 1_000;
    private static final long WORD_MS = 300;
    /** Where no spaces stand between words, a word has about two characters. */
    private static final int CHARACTERS_A_WORD = 2;

    private ReadingTime() {}

    static long ms(String text) {
        return Math.clamp(LOOKING_UP_MS + WORD_MS * words(text), MIN_MS, MAX_MS);
    }

    private static long words(String text) {
        var spaced = 0;
        var unspaced = 0;
        var within = false;
        for (var point : text.codePoints().toArray()) {
            if (Character.isLetterOrDigit(point) && standsUnspaced(point)) {
                unspaced++;
                within = false;
            } else if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                within = false;
            } else if (!within && Character.isLetterOrDigit(point)) {
                spaced++;
                within = true;
            }
        }
        return spaced + Math.ceilDiv(unspaced, CHARACTERS_A_WORD);
    }

    private static boolean standsUnspaced(int point) {
        return switch (UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
