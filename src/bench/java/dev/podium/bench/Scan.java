package dev.podium.bench;

import java.nio.charset.StandardCharsets;

/** Finds the few fields that the driver needs in a message without reading all of it. */
final class Scan {
    static final byte[] TYPE = name("type");
    static final byte[] PHASE = name("phase");
    static final byte[] SEQ = name("seq");
    static final byte[] SERVER_TIME = name("serverTime");
    static final byte[] TICKET = name("ticket");
    static final byte[] STATUS = name("status");
    static final byte[] CODE = name("code");

    private Scan() {}

    /** The position after the first occurrence of a pattern, or -1. */
    static int after(byte[] bytes, int from, int to, byte[] pattern) {
        byte first = pattern[0];
        next:
        for (int i = from; i <= to - pattern.length; i++) {
            if (bytes[i] != first) continue;
            for (int j = 1; j < pattern.length; j++) if (bytes[i + j] != pattern[j]) continue next;
            return i + pattern.length;
        }
        return -1;
    }

    /** A text field's value, which has no escapes in it; null when there is none. */
    static String text(byte[] bytes, int from, int to, byte[] name) {
        int start = after(bytes, from, to, name);
        if (start < 0 || bytes[start] != '"') return null;
        int end = start + 1;
        while (end < to && bytes[end] != '"') end++;
        return new String(bytes, start + 1, end - start - 1, StandardCharsets.UTF_8);
    }

    /** Whether a text field has a value. */
    static boolean is(byte[] bytes, int from, int to, byte[] name, String value) {
        int start = after(bytes, from, to, name) + 1;
        if (start <= 0 || start + value.length() >= to) return false;
        for (int i = 0; i < value.length(); i++) if (bytes[start + i] != value.charAt(i)) return false;
        return bytes[start + value.length()] == '"';
    }

    /** A whole number, or -1. */
    static long number(byte[] bytes, int from, int to, byte[] name) {
        int at = after(bytes, from, to, name);
        if (at < 0) return -1;
        long number = 0;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') number = number * 10 + bytes[at++] - '0';
        return number;
    }

    private static byte[] name(String name) {
        return ('"' + name + "\":").getBytes(StandardCharsets.US_ASCII);
    }
}
