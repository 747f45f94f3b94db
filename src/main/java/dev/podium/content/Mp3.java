package dev.podium.content;

import java.nio.ByteBuffer;

/** MP3's frames: what stands before, between and behind them are titles, covers and comments, and is left out. */
final class Mp3 {
    private static final int[] KBPS_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KBPS_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] HZ = {44_100, 48_000, 32_000};
    private static final int ID3_HEAD = 10;
    /** So many in a row are no accident. */
    private static final int FRAMES = 3;

    private Mp3() {}

    static Kept bare(ByteBuffer sent) {
        var kept = new Kept(sent);
        int at = 0;
        while (Bytes.begins(sent, at, "ID3")) at += tag(sent, at);
        while (at < sent.limit() && sent.get(at) == 0) at++;
        int frames = 0;
        for (int length; (length = frame(sent, at)) > 0 && length <= sent.limit() - at; at += length, frames++) {
            kept.keep(at, at + length);
        }
        // The last frame is often broken off, which nobody hears.
        boolean ends = at >= sent.limit() || frame(sent, at) > 0;
        boolean tagged = Bytes.begins(sent, at, "TAG")
                || Bytes.begins(sent, at, "APETAGEX")
                || Bytes.begins(sent, at, "LYRICSBEGIN")
                || Bytes.begins(sent, at, "ID3");
        if (frames < FRAMES || !ends && !tagged) throw Unusable.broken();
        return kept;
    }

    /** Its length in bytes, with head and foot; seven bits in each byte tell it. */
    private static int tag(ByteBuffer sent, int at) {
        if (at + ID3_HEAD > sent.limit()) throw Unusable.broken();
        int size = 0;
        for (int n = 6; n < ID3_HEAD; n++) size = size << 7 | sent.get(at + n) & 0x7f;
        return size + ((sent.get(at + 5) & 0x10) == 0 ? ID3_HEAD : 2 * ID3_HEAD);
    }

    /** The length of the frame of layer III that begins here, in bytes; 0 when none does. */
    static int frame(ByteBuffer sent, int at) {
        if (at < 0 || at + 4 > sent.limit()) return 0;
        int head = sent.getInt(at);
        int version = head >> 19 & 3;
        int rate = head >> 12 & 15;
        int hz = head >> 10 & 3;
        if (head >>> 21 != 0x7ff || version == 1 || (head >> 17 & 3) != 1 || rate == 0 || rate == 15 || hz == 3)
            return 0;
        int padding = head >> 9 & 1;
        if (version == 3) return 144_000 * KBPS_1[rate] / HZ[hz] + padding;
        return 72_000 * KBPS_2[rate] / (HZ[hz] >> (version == 2 ? 1 : 2)) + padding;
    }
}
