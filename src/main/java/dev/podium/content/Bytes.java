package dev.podium.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What stands in a file. */
final class Bytes {
    private Bytes() {}

    /** @param word its characters are bytes */
    static boolean begins(ByteBuffer sent, int at, String word) {
        return at >= 0
                && at + word.length() <= sent.limit()
                && StandardCharsets.ISO_8859_1
                        .decode(sent.slice(at, word.length()))
                        .toString()
                        .equals(word);
    }

    /** Unsigned, the highest byte first; eight bytes have a sign. */
    static long number(ByteBuffer sent, int at, int bytes) {
        long number = 0;
        for (int n = 0; n < bytes; n++) number = number << 8 | sent.get(at + n) & 0xff;
        return number;
    }
}
