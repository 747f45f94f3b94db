package dev.podium.media;

import java.util.regex.Pattern;

/**
 * Which bytes of a file are asked for (RFC 9110).
 *
 * @param from the first
 * @param to behind the last
 */
record Range(long from, long to) {
    /** One range; more than one at once nobody needs, and all may be given instead. */
    private static final Pattern BYTES = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** @param header nullable: all of it is asked for; as it is by what cannot be read. Empty when there is no such byte. */
    static Range read(String header, long size) {
        var asked = header == null ? null : BYTES.matcher(header.strip());
        if (asked == null || !asked.matches() || asked.end(1) == asked.start(1) && asked.end(2) == asked.start(2)) {
            return new Range(0, size);
        }
        var last = asked.group(2);
        if (asked.group(1).isEmpty()) return new Range(Math.max(0, size - Long.parseLong(last)), size);
        long from = Long.parseLong(asked.group(1));
        long to = last.isEmpty() ? size : Math.min(size, Long.parseLong(last) + 1);
        // What ends before it begins is no range at all.
        if (!last.isEmpty() && Long.parseLong(last) < from) return new Range(0, size);
        return new Range(from, to);
    }

    long length() {
        return to - from;
    }

    boolean isEmpty() {
        return from >= to;
    }

    boolean whole(long size) {
        return length() == size;
    }
}
