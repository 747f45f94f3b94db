package dev.podium.catalogue;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import dev.podium.http.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tags of a quiz: few, short, each once whatever its case. */
public final class Tags {
    /** Of one quiz. */
    static final int MOST = 20;

    /** In code points. */
    static final int LONGEST = 40;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Tags() {}

    /** As they are kept: without surrounding and doubled spaces. */
    static List<String> of(List<String> sent) {
        return sent == null
                ? List.of()
                : sent.stream()
                        .map(tag -> SPACES.matcher(tag).replaceAll(" ").strip())
                        .toList();
    }

    /**
     * A quiz's tags after a change: what it has keeps its place and its spelling.
     *
     * @throws Problem.Refusal 422 when they would be too many
     */
    static List<String> changed(List<String> tags, List<String> add, List<String> remove) {
        var all = new LinkedHashMap<String, String>();
        tags.forEach(tag -> all.putIfAbsent(key(tag), tag));
        remove.forEach(tag -> all.remove(key(tag)));
        add.forEach(tag -> all.putIfAbsent(key(tag), tag));
        if (all.size() > MOST) {
            throw Problem.invalid("add", Code.TOO_MANY, "A quiz has at most " + MOST + " tags.")
                    .refusal();
        }
        return List.copyOf(all.values());
    }

    /** Those of a file that can be kept, as they are kept: what is too much, too long or no text is left out. */
    public static List<String> taken(List<String> found) {
        var all = new LinkedHashMap<String, String>();
        of(found).stream()
                .filter(tag -> !tag.isEmpty() && tag.codePointCount(0, tag.length()) <= LONGEST && Texts.storable(tag))
                .forEach(tag -> all.putIfAbsent(key(tag), tag));
        return all.values().stream().limit(MOST).toList();
    }

    private static String key(String tag) {
        return tag.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
