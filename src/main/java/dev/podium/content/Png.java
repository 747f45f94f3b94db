package dev.podium.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** PNG's chunks: only those that a picture looks like are kept; texts, Exif and what follows the end are not. */
final class Png {
    static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs", "cICP", "acTL",
            "fcTL", "fdAT");
    /** Length, name and checksum. */
    private static final int AROUND = 12;

    private Png() {}

    static Kept bare(ByteBuffer sent) {
        var kept = new Kept(sent);
        kept.keep(0, SIGNATURE.length());
        boolean pixels = false;
        for (int at = SIGNATURE.length(), n = 0; at <= sent.limit() - AROUND; n++) {
            int length = sent.getInt(at);
            if (length < 0 || length > sent.limit() - at - AROUND) throw Unusable.broken();
            int to = at + length + AROUND;
            if (sum(sent.slice(at + 4, length + 4)) != sent.getInt(to - 4)) throw Unusable.broken();
            var name = StandardCharsets.ISO_8859_1.decode(sent.slice(at + 4, 4)).toString();
            if ((n == 0) != name.equals("IHDR")) throw Unusable.broken();
            if (n == 0) {
                if (length != 13) throw Unusable.broken();
                Unusable.checkSize(sent.getInt(at + 8), sent.getInt(at + 12));
            }
            if (name.equals("iCCP"))
                Icc.packed(sent.slice(at + 8, length)).ifPresent(body -> kept.add(chunk(name, body)));
            if (KEPT.contains(name)) kept.keep(at, to);
            pixels |= name.equals("IDAT");
            if (name.equals("IEND") && pixels) return kept;
            at = to;
        }
        throw Unusable.broken();
    }

    private static byte[] chunk(String name, byte[] body) {
        var chunk = ByteBuffer.allocate(body.length + AROUND)
                .putInt(body.length)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .put(body);
        return chunk.putInt(sum(chunk.slice(4, body.length + 4))).array();
    }

    private static int sum(ByteBuffer bytes) {
        var sum = new CRC32();
        sum.update(bytes);
        return (int) sum.getValue();
    }
}
