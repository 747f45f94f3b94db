package dev.podium.content;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * JPEG's segments: those of applications and comments are left out, but for Adobe's, which tells the colours. How the picture is
 * turned and its colour profile are written anew.
 */
final class Jpeg {
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int ADOBE = 0xee;
    private static final int SCAN = 0xda;
    private static final int END = 0xd9;
    private static final String EXIF = "Exif\0\0";
    private static final int ORIENTATION = 0x112;
    private static final String PROFILE = "ICC_PROFILE\0";
    /** What a segment can hold of a profile. */
    private static final int PROFILE_PIECE = 0xffff - 2 - PROFILE.length() - 2;

    private final ByteBuffer sent;
    private final Kept kept;
    private final ByteArrayOutputStream profile = new ByteArrayOutputStream();

    private Jpeg(ByteBuffer sent) {
        this.sent = sent;
        this.kept = new Kept(sent);
    }

    static Kept bare(ByteBuffer sent) {
        return new Jpeg(sent).bare();
    }

    private Kept bare() {
        kept.keep(0, 2);
        boolean sized = false;
        boolean scanned = false;
        int from = 2;
        while (from + 4 <= sent.limit() && at(from) == 0xff && at(from + 1) != END) {
            int marker = at(from + 1);
            int to = from + 2 + two(from + 2);
            if (to < from + 4 || to > sent.limit()) throw Unusable.broken();
            if (isFrame(marker)) {
                if (to - from < 10) throw Unusable.broken();
                Unusable.checkSize(two(from + 7), two(from + 5));
                sized = true;
            }
            if (marker == SCAN) {
                if (!scanned) writeProfile();
                scanned = true;
                to = endOfScan(to);
            }
            if (!isMetadata(marker)) kept.keep(from, to);
            else if (marker == APP1) turn(from + 4, to);
            else if (marker == APP2) collect(from + 4, to);
            from = to;
        }
        if (!sized || !scanned || from + 2 > sent.limit() || at(from) != 0xff || at(from + 1) != END)
            throw Unusable.broken();
        kept.keep(from, from + 2);
        return kept;
    }

    /** Pixels end at the next marker that is neither stuffed nor a restart. */
    private int endOfScan(int from) {
        for (int at = from; at + 1 < sent.limit(); at++) {
            int next = at(at + 1);
            if (at(at) == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) return at;
        }
        throw Unusable.broken();
    }

    /** Keeps of Exif how the picture is turned. */
    private void turn(int from, int to) {
        if (!Bytes.begins(sent, from, EXIF)) return;
        int length = to - from - EXIF.length();
        int orientation = orientation(sent.slice(from + EXIF.length(), length));
        if (orientation < 2 || orientation > 8) return;
        kept.add(segment(
                APP1,
                EXIF,
                ByteBuffer.allocate(26)
                        .put("MM\0*\0\0\0\10\0\1".getBytes(StandardCharsets.ISO_8859_1))
                        .putShort((short) ORIENTATION)
                        .putShort((short) 3)
                        .putInt(1)
                        .putShort((short) orientation)
                        .array()));
    }

    /** Of a TIFF's first directory; 0 when there is none. */
    private static int orientation(ByteBuffer tiff) {
        if (tiff.limit() < 8) return 0;
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) return 0;
        int count = tiff.getShort(directory) & 0xffff;
        for (int n = 0, at = directory + 2; n < count && at + 12 <= tiff.limit(); n++, at += 12) {
            if (tiff.getShort(at) == ORIENTATION) return tiff.getShort(at + 8);
        }
        return 0;
    }

    /** Profiles come in numbered pieces, in their order. */
    private void collect(int from, int to) {
        int body = from + PROFILE.length() + 2;
        if (!Bytes.begins(sent, from, PROFILE) || body > to || profile.size() > Icc.MOST) return;
        var piece = new byte[to - body];
        sent.get(body, piece);
        profile.writeBytes(piece);
    }

    private void writeProfile() {
        Icc.bare(profile.toByteArray()).ifPresent(bare -> {
            int pieces = (bare.length + PROFILE_PIECE - 1) / PROFILE_PIECE;
            for (int n = 0; n < pieces; n++) {
                int from = n * PROFILE_PIECE;
                int length = Math.min(PROFILE_PIECE, bare.length - from);
                kept.add(segment(
                        APP2,
                        PROFILE,
                        ByteBuffer.allocate(2 + length)
                                .put((byte) (n + 1))
                                .put((byte) pieces)
                                .put(bare, from, length)
                                .array()));
            }
        });
    }

    private static byte[] segment(int marker, String name, byte[] body) {
        return ByteBuffer.allocate(4 + name.length() + body.length)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (2 + name.length() + body.length))
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .put(body)
                .array();
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean isMetadata(int marker) {
        return marker >= 0xe0 && marker <= 0xef && marker != ADOBE || marker == 0xfe;
    }

    private int two(int at) {
        return sent.getShort(at) & 0xffff;
    }

    private int at(int at) {
        return sent.get(at) & 0xff;
    }
}
