package dev.podium.wire;

/**
 * Writes JSON text, or a piece of it to be joined with others. Strings come out as well-formed Unicode: half a surrogate
 * pair is written as U+FFFD.
 */
final class JsonText {
    private static final String HEX = "0123456789abcdef";
    // Above it a double's digits no longer name a whole number exactly.
    private static final double MAX_WHOLE = 1e15;

    private final StringBuilder out;
    private final boolean continues;

    private JsonText(int capacity, boolean continues) {
        this.out = new StringBuilder(capacity);
        this.continues = continues;
    }

    /** A text of its own. */
    static JsonText start() {
        return new JsonText(256, false);
    }

    /** More fields of an object that already has some. */
    static JsonText more() {
        return new JsonText(128, true);
    }

    JsonText open() {
        comma();
        out.append('{');
        return this;
    }

    JsonText close() {
        out.append('}');
        return this;
    }

    JsonText openArray() {
        comma();
        out.append('[');
        return this;
    }

    JsonText closeArray() {
        out.append(']');
        return this;
    }

    JsonText name(String name) {
        comma();
        out.append('"').append(name).append("\":");
        return this;
    }

    JsonText field(String name, String value) {
        return name(name).value(value);
    }

    /** The field, or nothing if the value is null. */
    JsonText optional(String name, String value) {
        return value == null ? this : field(name, value);
    }

    JsonText field(String name, long value) {
        name(name);
        out.append(value);
        return this;
    }

    JsonText field(String name, double value) {
        return name(name).value(value);
    }

    JsonText field(String name, boolean value) {
        name(name);
        out.append(value);
        return this;
    }

    /** {@code "name":true}, or nothing. */
    JsonText flag(String name, boolean value) {
        return value ? field(name, true) : this;
    }

    /** A field whose value is JSON already. */
    JsonText json(String name, String json) {
        name(name);
        out.append(json);
        return this;
    }

    JsonText value(String value) {
        comma();
        quote(value);
        return this;
    }

    JsonText value(long value) {
        comma();
        out.append(value);
        return this;
    }

    JsonText value(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no " + value);
        }
        comma();
        if (value == Math.rint(value) && Math.abs(value) < MAX_WHOLE) {
            out.append((long) value);
        } else {
            out.append(value);
        }
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void comma() {
        var last = out.isEmpty() ? (continues ? '}' : '{') : out.charAt(out.length() - 1);
        if (last != '{' && last != '[' && last != ':') {
            out.append(',');
        }
    }

    private void quote(String text) {
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else if (!Character.isSurrogate(c)) {
                        out.append(c);
                    } else if (Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1))) {
                        out.append(c).append(text.charAt(++i));
                    } else {
                        out.append('\uFFFD');
                    }
                }
            }
        }
        out.append('"');
    }
}
