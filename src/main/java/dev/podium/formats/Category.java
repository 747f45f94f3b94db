package dev.podium.formats;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where Moodle keeps a question: a path of names, in which a slash of their own is doubled. */
final class Category {
    private static final Pattern SLASH = Pattern.compile("(?<!/)/(?!/)");

    /** What every path begins with, and nobody has named. */
    private static final Pattern NOBODYS = Pattern.compile("\\s*(\\$\\w+\\$|top|)\\s*");

    private Category() {}

    static Stream<String> names(String path) {
        return SLASH.splitAsStream(path)
                .filter(name -> !NOBODYS.matcher(name).matches())
                .map(name -> name.replace("//", "/").strip());
    }
}
