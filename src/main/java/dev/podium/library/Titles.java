package dev.podium.library;

import dev.podium.http.Texts;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names made of a title. */
final class Titles {
    private static final Pattern NUMBERED = Pattern.compile("(.*) \\((\\d{1,4})\\)", Pattern.DOTALL);
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_ASCII = Pattern.compile("[^a-z0-9-]+");
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");
    private static final int MAX_FILE_NAME = 60;

    private Titles() {}

    /** A copy's title: "Rivers", "Rivers (2)", "Rivers (3)". */
    static String next(String title) {
        var numbered = NUMBERED.matcher(title);
        var base = numbered.matches() ? numbered.group(1) : title;
        var suffix = " (" + (numbered.matches() ? Integer.parseInt(numbered.group(2)) + 1 : 2) + ")";
        return clip(base, Limits.TITLE - suffix.length()) + suffix;
    }

    /** A file name that people recognise, in any script: {@code Rivers-of-Asia}. */
    static String fileName(String title) {
        var name = strip(NO_LETTERS
                .matcher(Normalizer.normalize(title, Normalizer.Form.NFC))
                .replaceAll("-"));
        return name.isEmpty() ? "quiz" : strip(clip(name, MAX_FILE_NAME));
    }

    /** The same for those who read ASCII only. */
    static String asciiFileName(String title) {
        var bare = MARKS.matcher(Normalizer.normalize(fileName(title), Normalizer.Form.NFD))
                .replaceAll("");
        var name = strip(NO_ASCII.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(""));
        return name.isEmpty() ? "quiz" : name;
    }

    /** A title for a quiz that came in a file and names itself nothing. */
    static String ofFile(String fileName) {
        // Browsers write a quotation mark in the name of an uploaded file so (HTML, "multipart/form-data encoding").
        var plain = fileName == null ? "" : fileName.replace("%22", "\"");
        var name = EXTENSION.matcher(plain).replaceFirst("").strip();
        return name.isEmpty() || !Texts.storable(name) ? "Quiz" : clip(name, Limits.TITLE);
    }

    private static String clip(String text, int max) {
        return text.codePointCount(0, text.length()) <= max ? text : text.substring(0, text.offsetByCodePoints(0, max));
    }

    private static String strip(String name) {
        return name.replaceAll("^-+|-+$", "");
    }
}
