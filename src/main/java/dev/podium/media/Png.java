package dev.podium.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** PNG's chunks: only those that a picture looks like are kept; texts, Exif and what follows the end are not. */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs", "acTL", "fcTL",
            "fdAT");
    /** Length, name and checksum. */
    private static final int AROUND = 12;

    private Png() {}

    static boolean is(byte[] sent) {
        return sent.length > SIGNATURE.length
                && Arrays.equals(sent, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    static byte[] bare(byte[] sent) {
        var out = new ByteArrayOutputStream(sent.length);
        out.write(sent, 0, SIGNATURE.length);
        var in = ByteBuffer.wrap(sent);
        for (int at = SIGNATURE.length, n = 0; at <= sent.length - AROUND; n++) {
            int length = in.getInt(at);
            if (length < 0 || length > sent.length - at - AROUND) throw Unusable.broken();
            var name = new String(sent, at + 4, 4, StandardCharsets.ISO_8859_1);
            if ((n == 0) != name.equals("IHDR")) throw Unusable.broken();
            if (n == 0) {
                if (length != 13) throw Unusable.broken();
                Unusable.checkSize(in.getInt(at + 8), in.getInt(at + 12));
            }
            if (KEPT.contains(name)) out.write(sent, at, length + AROUND);
            if (name.equals("IEND")) return out.toByteArray();
            at += length + AROUND;
        }
        throw Unusable.broken();
    }
}
