package dev.podium.game;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How texts are compared: alike if they differ only in what a keyboard or a word processor chose for the writer, or in what
 * nobody sees. The order of the steps is the contract's; whatever was stored folded was folded by them.
 */
public final class Fold {
    private static final int DOT_ABOVE = 0x307;
    private static final int LAST_OF_ASCII = 0x7F;

    private Fold() {}

    /**
     * Without invisible characters, with plain quotes and dashes; NFKC; upper, then lower case in the root locale, so that ß is
     * ss and ı is i, and İ is i too; trimmed, with single spaces.
     */
    public static String of(String text) {
        return isAscii(text) ? collapse(text.replace('`', '\'').toLowerCase(Locale.ROOT)) : stepByStep(text);
    }

    /** The same for any text; of plain ASCII most steps leave everything as it is, and a whole hall is folded at once. */
    static String stepByStep(String text) {
        var normal = Normalizer.normalize(plain(text), Normalizer.Form.NFKC);
        return collapse(withoutDotAboveI(normal.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)));
    }

    /** The same, and letters without their marks: {@code łódź} is {@code lodz}. */
    public static String withoutAccents(String text) {
        var folded = of(text);
        return isAscii(folded) ? folded : withoutMarks(folded);
    }

    static String withoutMarks(String folded) {
        var result = new StringBuilder(folded.length());
        Normalizer.normalize(folded, Normalizer.Form.NFD).codePoints().forEach(point -> {
            switch (point) {
                case 'ł' -> result.append('l');
                case 'ø' -> result.append('o');
                case 'đ', 'ð' -> result.append('d');
                case 'þ' -> result.append("th");
                case 'æ' -> result.append("ae");
                case 'œ' -> result.append("oe");
                case 'ß' -> result.append("ss");
                case 'ı' -> result.append('i');
                default -> {
                    if (Character.getType(point) != Character.NON_SPACING_MARK) {
                        result.appendCodePoint(point);
                    }
                }
            }
        });
        return collapse(result.toString());
    }

    /** Trimmed, and every run of white space one space. */
    static String collapse(String text) {
        if (isCollapsed(text)) return text;
        var result = new StringBuilder(text.length());
        var pending = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (isSpace(c)) {
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

    private static boolean isCollapsed(String text) {
        var open = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var space = isSpace(c);
            if (space && (!open || c != ' ')) return false;
            open = !space;
        }
        return open || text.isEmpty();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isAscii(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_OF_ASCII) return false;
        }
        return true;
    }

    /** Whether it only says in which of its forms the character before it is drawn. */
    static boolean selectsVariation(int point) {
        return (point >= 0xFE00 && point <= 0xFE0F)
                || (point >= 0xE0100 && point <= 0xE01EF)
                || (point >= 0x180B && point <= 0x180D)
                || point == 0x180F;
    }

    private static String plain(String text) {
        var result = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '‘', '’', 'ʼ', '´', '′', '`' -> result.append('\'');
                case '“', '”', '„', '‟', '«', '»', '″' -> result.append('"');
                case '\u2212' -> result.append('-');
                default -> {
                    var type = Character.getType(point);
                    if (type == Character.DASH_PUNCTUATION) {
                        result.append('-');
                    } else if (type != Character.FORMAT && !selectsVariation(point)) {
                        result.appendCodePoint(point);
                    }
                }
            }
        });
        return result.toString();
    }

    /** In lower case İ leaves it behind. */
    private static String withoutDotAboveI(String text) {
        if (text.indexOf(DOT_ABOVE) < 0) {
            return text;
        }
        var result = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c != DOT_ABOVE || result.isEmpty() || result.charAt(result.length() - 1) != 'i') {
                result.append(c);
            }
        }
        return result.toString();
    }
}
