package dev.podium.words;

import dev.podium.game.Filter;
import dev.podium.game.Fold;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds words that no hall is to read, of lists that others keep. A list knows no irony and no context: whoever wants no false alarm
 * turns it off, and hides by hand.
 */
public final class UnfitWords {
    /** Shorter ones stand inside of too many good words. */
    private static final int SHORTEST_INSIDE = 4;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DRAWN_OUT = Pattern.compile("(.)\\1{2,}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** What signs are drawn for letters. */
    private static final Map<Character, Character> DISGUISES =
            Map.of('0', 'o', '1', 'i', '3', 'e', '4', 'a', '5', 's', '7', 't', '@', 'a', '$', 's', '!', 'i');

    private static final Map<String, UnfitWords> BY_LANGUAGE = read();

    private final Set<String> words = new HashSet<>();
    /** Those that are not set apart by spaces. */
    private final Set<String> unspaced = new HashSet<>();

    private int mostWords;
    private int longest;

    private UnfitWords(List<String> list) {
        for (var entry : list) {
            var folded = String.join(" ", split(plain(entry)));
            if (HAN.matcher(folded).find()) {
                if (folded.length() > 1) unspaced.add(folded);
            } else if (!folded.isEmpty()) {
                words.add(folded);
                mostWords = Math.max(mostWords, folded.split(" ").length);
            }
            longest = Math.max(longest, folded.length());
        }
    }

    private static Map<String, UnfitWords> read() {
        return Languages.ALL.stream()
                .collect(Collectors.toUnmodifiableMap(
                        language -> language,
                        language -> new UnfitWords(Languages.lines("unfit." + language + ".txt"))));
    }

    /**
     * Whether a text may be shown.
     *
     * @param language of the game, a BCP 47 tag or null
     */
    public static boolean fit(String text, Filter filter, String language) {
        if (filter == Filter.OFF) return true;
        boolean strict = filter == Filter.STRICT;
        var lists = lists(strict, language);
        var plain = plain(text);
        if (lists.stream().anyMatch(list -> list.in(plain))) return false;
        if (!strict) return true;
        return Stream.of("$1", "$1$1")
                .map(letters -> DRAWN_OUT.matcher(undisguised(plain)).replaceAll(letters))
                .noneMatch(letters -> lists.stream().anyMatch(list -> list.in(letters) || list.inside(letters)));
    }

    private static List<UnfitWords> lists(boolean all, String language) {
        var own = Languages.of(language);
        if (all || own.isEmpty()) return List.copyOf(BY_LANGUAGE.values());
        var some = new LinkedHashSet<String>(List.of(own.get(), Languages.ENGLISH));
        return some.stream().map(BY_LANGUAGE::get).toList();
    }

    /** Whether one of the words stands in a text by itself. */
    private boolean in(String plain) {
        var parts = split(plain);
        for (int from = 0; from < parts.size(); from++) {
            for (int to = from + 1; to <= Math.min(parts.size(), from + mostWords); to++) {
                if (words.contains(String.join(" ", parts.subList(from, to)))) return true;
            }
        }
        return !unspaced.isEmpty() && anyPart(String.join("", parts), 2, unspaced);
    }

    /** Whether one of the longer words stands anywhere, also where it is spelled with spaces. */
    private boolean inside(String plain) {
        return anyPart(String.join("", split(plain)), SHORTEST_INSIDE, words);
    }

    private boolean anyPart(String text, int shortest, Set<String> of) {
        for (int from = 0; from < text.length(); from++) {
            for (int to = from + shortest; to <= Math.min(text.length(), from + longest); to++) {
                if (of.contains(text.substring(from, to))) return true;
            }
        }
        return false;
    }

    private static String plain(String text) {
        return Fold.withoutAccents(Fold.of(text));
    }

    private static String undisguised(String plain) {
        var letters = new StringBuilder(plain.length());
        for (char sign : plain.toCharArray()) letters.append(DISGUISES.getOrDefault(sign, sign));
        return letters.toString();
    }

    private static List<String> split(String text) {
        var parts = new ArrayList<>(List.of(BETWEEN.split(text)));
        parts.removeIf(String::isEmpty);
        return parts;
    }
}
