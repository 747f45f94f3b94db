package dev.podium.media;

import java.io.ByteArrayOutputStream;

/** JPEG's segments: those of applications (but Adobe's, which tells the colours) and comments are left out. */
final class Jpeg {
    private static final int ADOBE = 0xee;

    private Jpeg() {}

    static boolean is(byte[] sent) {
        return sent.length > 3 && at(sent, 0) == 0xff && at(sent, 1) == 0xd8 && at(sent, 2) == 0xff;
    }

    static byte[] bare(byte[] sent) {
        var out = new ByteArrayOutputStream(sent.length);
        out.write(sent, 0, 2);
        boolean sized = false;
        int from = 2;
        while (from + 4 <= sent.length && at(sent, from) == 0xff) {
            int marker = at(sent, from + 1);
            if (marker == 0xd9) {
                if (!sized) throw Unusable.broken();
                break;
            }
            int length = two(sent, from + 2);
            int to = from + 2 + length;
            if (length < 2 || to > sent.length) throw Unusable.broken();
            if (isFrame(marker)) {
                if (length < 8) throw Unusable.broken();
                Unusable.checkSize(two(sent, from + 7), two(sent, from + 5));
                sized = true;
            }
            // Pixels follow until the next marker that is neither stuffed nor a restart.
            if (marker == 0xda) to = endOfScan(sent, to);
            if (!isMetadata(marker)) out.write(sent, from, to - from);
            from = to;
        }
        if (!sized || from + 2 > sent.length || at(sent, from) != 0xff || at(sent, from + 1) != 0xd9)
            throw Unusable.broken();
        out.write(sent, from, 2);
        return out.toByteArray();
    }

    private static int endOfScan(byte[] sent, int from) {
        for (int at = from; at + 1 < sent.length; at++) {
            int next = at(sent, at + 1);
            if (at(sent, at) == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) return at;
        }
        throw Unusable.broken();
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean isMetadata(int marker) {
        return marker >= 0xe0 && marker <= 0xef && marker != ADOBE || marker == 0xfe;
    }

    private static int two(byte[] sent, int at) {
        return at(sent, at) << 8 | at(sent, at + 1);
    }

    private static int at(byte[] sent, int at) {
        return sent[at] & 0xff;
    }
}
