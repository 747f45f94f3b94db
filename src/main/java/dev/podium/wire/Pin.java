package dev.podium.wire;

/** A PIN as people type and paste it. */
public final class Pin {
    // Longer than any PIN ever given out, short enough to be looked up without a thought.
    private static final int MAX_DIGITS = 12;

    private Pin() {}

    /** The digits of {@code typed} without spaces and dashes, in ASCII; "" if it cannot be a PIN. */
    public static String normalise(String typed) {
        var digits = new StringBuilder();
        for (var i = 0; i < typed.length(); i++) {
            var c = typed.charAt(i);
            var digit = Character.digit(c, 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            } else if (!isSeparator(c)) {
                return "";
            }
            if (digits.length() > MAX_DIGITS) {
                return "";
            }
        }
        return digits.toString();
    }

    private static boolean isSeparator(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.DASH_PUNCTUATION
                || Character.getType(c) == Character.FORMAT;
    }
}
