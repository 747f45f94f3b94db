package dev.podium.http;

/** Which texts may be kept: PostgreSQL has no U+0000, UTF-8 has no lone surrogates. */
public final class Texts {
    private static final int CLIPPED = 40;

    private Texts() {}

    /** Whether a text is made of whole characters, with line breaks and tabs as its only control characters. */
    public static boolean storable(String text) {
        return text.codePoints().allMatch(Texts::storable);
    }

    private static boolean storable(int c) {
        if (c == '\n' || c == '\r' || c == '\t') {
            return true;
        }
        return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }

    /** The beginning of a text, fit to be repeated in a reply. */
    static String clip(String text) {
        var clean = text.codePoints()
                .filter(Texts::storable)
                .limit(CLIPPED)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return clean.toString();
    }
}
