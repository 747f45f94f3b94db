package dev.podium.words;

import dev.podium.game.Nickname;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Names of two words, by which nobody is known: some hundreds in each language. */
public final class MadeNames {
    private static final Map<String, MadeNames> BY_LANGUAGE = read();

    private final List<String> first;
    private final List<String> second;
    private final String between;

    private MadeNames(List<String> first, List<String> second, String between) {
        this.first = first;
        this.second = second;
        this.between = between;
    }

    private static Map<String, MadeNames> read() {
        var all = new HashMap<String, MadeNames>();
        for (var language : Languages.ALL) {
            var lines = Languages.lines("names." + language + ".txt");
            var between = language.equals("zh") ? "" : " ";
            all.put(language, new MadeNames(words(lines.getFirst()), words(lines.getLast()), between));
        }
        return Map.copyOf(all);
    }

    private static List<String> words(String line) {
        return List.of(line.split(", "));
    }

    /**
     * Draws a name.
     *
     * @param language a BCP 47 tag, nullable; English for one that there are no words of
     */
    public static Nickname draw(String language, RandomGenerator random) {
        var names = BY_LANGUAGE.get(Languages.of(language).orElse(Languages.ENGLISH));
        var name = any(names.first, random) + names.between + any(names.second, random);
        return Nickname.of(name).orElseThrow();
    }

    private static String any(List<String> words, RandomGenerator random) {
        return words.get(random.nextInt(words.size()));
    }
}
