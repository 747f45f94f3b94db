package dev.podium.game;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.stream.IntStream;

/** Texts as readers count them. */
final class Graphemes {
    private Graphemes() {}

    /** How many code points each of the first {@code limit} graphemes has. */
    static int[] sizes(String text, int limit) {
        var breaks = breaks(text);
        var sizes = IntStream.builder();
        for (var i = 0; i < limit; i++) {
            var from = breaks.current();
            var to = breaks.next();
            if (to == BreakIterator.DONE) {
                break;
            }
            sizes.add(text.codePointCount(from, to));
        }
        return sizes.build().toArray();
    }

    /** The text, cut after {@code limit} graphemes. */
    static String first(String text, int limit) {
        var breaks = breaks(text);
        var end = breaks.next(limit);
        return end == BreakIterator.DONE ? text : text.substring(0, end);
    }

    private static BreakIterator breaks(String text) {
        var breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        return breaks;
    }
}
