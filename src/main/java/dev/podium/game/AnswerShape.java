package dev.podium.game;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be said about answers without knowing the key. */
final class AnswerShape {
    private AnswerShape() {}

    static boolean oneOf(List<String> ids, List<String> known) {
        return ids.size() == 1 && known.contains(ids.getFirst());
    }

    static boolean distinctOf(List<String> ids, Stream<String> known) {
        return new HashSet<>(ids).size() == ids.size()
                && known.collect(Collectors.toSet()).containsAll(ids);
    }

    /** False for what is no number. */
    static boolean within(double value, double min, double max) {
        return value >= min && value <= max && Double.isFinite(value);
    }

    /** Whether it is a part of a picture's width or height. */
    static boolean share(double value) {
        return within(value, 0, 1);
    }

    /** Length first, so that nothing long is ever normalised. */
    static boolean typed(String text, int maxLength) {
        return text.codePointCount(0, text.length()) <= maxLength
                && storable(text)
                && !Fold.of(text).isEmpty();
    }

    /** PostgreSQL stores neither U+0000 nor half a surrogate pair. */
    static boolean storable(String text) {
        return text.codePoints()
                .noneMatch(
                        point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }
}
