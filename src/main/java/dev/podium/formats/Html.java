package dev.podium.formats;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** What people read of a page's markup. */
final class Html {
    private static final Pattern SPACES = Pattern.compile("[ \\t]+");
    private static final Pattern BREAKS = Pattern.compile("\\s*\\n\\s*");

    private Html() {}

    /** Paragraphs and breaks become lines. */
    static String text(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        body.select("p, div, li, tr").before("\n");
        var text = SPACES.matcher(body.wholeText()).replaceAll(" ");
        return BREAKS.matcher(text).replaceAll("\n").strip();
    }

    /** A text whose only markup are entities. */
    static String unescaped(String text) {
        return Parser.unescapeEntities(text, false);
    }
}
