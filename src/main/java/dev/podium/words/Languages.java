package dev.podium.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages there are words of. */
final class Languages {
    static final String ENGLISH = "en";
    static final List<String> ALL = List.of(ENGLISH, "de", "es", "fr", "zh", "ar");

    private Languages() {}

    /** The one of a BCP 47 tag, which may be null; empty where there are no words of it. */
    static Optional<String> of(String tag) {
        var primary = tag == null ? "" : Locale.forLanguageTag(tag).getLanguage();
        return ALL.contains(primary) ? Optional.of(primary) : Optional.empty();
    }

    /** The lines of a resource of this package, without those that begin with #. */
    static List<String> lines(String name) {
        try (var file = Languages.class.getResourceAsStream("/words/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
