package dev.podium.game;

import java.text.Normalizer;
import java.util.Locale;

/** How texts are compared: alike if they differ only in width, ligatures, case or spaces. */
public final class Fold {
    private Fold() {}

    /** NFKC, upper then lower case (root locale, so ß is ss and ı is i), trimmed, runs of white space as one space. */
    public static String of(String text) {
        var normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return collapse(normal.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }

    /** Trimmed, and every run of white space one space. */
    static String collapse(String text) {
        var result = new StringBuilder(text.length());
        var pending = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                pending = !result.isEmpty();
                continue;
            }
            if (pending) {
                result.append(' ');
                pending = false;
            }
            result.append(c);
        }
        return result.toString();
    }
}
