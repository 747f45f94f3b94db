package dev.podium.formats;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/** What people read of a page's markup. */
final class Html {
    private static final Pattern SPACES = Pattern.compile("[\\s\u00A0&&[^\n]]+");
    private static final Pattern BREAKS = Pattern.compile(" ?\\n[ \\n]*");

    /** Where Moodle puts what belongs to a text. */
    private static final String BESIDE = "@@PLUGINFILE@@/";

    private Html() {}

    /** Paragraphs and breaks become lines. */
    static String text(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        body.select("p, div, li, tr").before("\n");
        var text = SPACES.matcher(body.wholeText()).replaceAll(" ");
        return BREAKS.matcher(text).replaceAll("\n").strip();
    }

    /**
     * A picture that a page shows of those beside it.
     *
     * @param name of its file
     * @param words what it shows; empty where the page does not say so
     */
    record Picture(String name, String words) {}

    /** Those that are files of Moodle's own, in their order. */
    static List<Picture> pictures(String html) {
        return Jsoup.parseBodyFragment(html).select("img[src^=" + BESIDE + "]").stream()
                .map(image -> new Picture(
                        name(image.attr("src").substring(BESIDE.length())),
                        image.attr("alt").strip()))
                .toList();
    }

    /** As it stands where it is no address. */
    private static String name(String encoded) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }

    /** A text and below it a picture, as {@link #text} and {@link #pictures} read them. */
    static String of(String text, Picture picture) {
        return "<p>%s</p><p><img src=\"%s%s\" alt=\"%s\"></p>"
                .formatted(
                        Entities.escape(text).replace("\n", "<br>"),
                        BESIDE,
                        picture.name(),
                        Entities.escape(picture.words()));
    }

    /** A text whose only markup are entities. */
    static String unescaped(String text) {
        return Parser.unescapeEntities(text, false);
    }
}
