package dev.podium.media;

import java.util.Optional;
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

    static Range all(long size) {
        return new Range(0, size);
    }

    /**
     * @param header nullable
     * @return empty when it asks for all, or cannot be read; a range that is {@linkplain #isEmpty() empty} when there is no such byte
     */
    static Optional<Range> read(String header, long size) {
        var asked = header == null ? null : BYTES.matcher(header.strip());
        if (asked == null || !asked.matches()) return Optional.empty();
        var first = asked.group(1);
        var last = asked.group(2);
        if (first.isEmpty()) {
            return last.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Range(Math.max(0, size - Long.parseLong(last)), size));
        }
        long from = Long.parseLong(first);
        if (last.isEmpty()) return Optional.of(new Range(from, size));
        long to = Long.parseLong(last) + 1;
        // What ends before it begins is no range at all.
        return to <= from ? Optional.empty() : Optional.of(new Range(from, Math.min(size, to)));
    }

    long length() {
        return to - from;
    }

    boolean isEmpty() {
        return from >= to;
    }
}
