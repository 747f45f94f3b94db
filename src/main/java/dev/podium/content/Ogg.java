package dev.podium.content;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ogg's pages with the sound of Opus or Vorbis: the packet of comments, in which titles and covers are, is blanked. */
final class Ogg {
    private static final String PAGE = "OggS";
    private static final int HEAD = 27;
    private static final int SERIAL = 14;
    private static final int SUM = 22;
    private static final int[] SUMS = sums();
    private static final String OPUS = "OpusHead";
    private static final String VORBIS = "\u0001vorbis";
    /** No comment at all, by nobody; what follows has no meaning. */
    private static final String OPUS_COMMENTS = "OpusTags\0\0\0\0\0\0\0\0";

    private static final String VORBIS_COMMENTS = "\u0003vorbis";

    private final ByteBuffer sent;
    /** Pages with comments, and which bytes of them are comments. */
    private final List<Page> commented = new ArrayList<>();

    private int comments;

    private record Page(int from, byte[] bytes, List<int[]> stretches) {}

    private Ogg(ByteBuffer sent) {
        this.sent = sent.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @throws dev.podium.http.Problem.Refusal 422, also for other or several streams in one file */
    static Recognised read(ByteBuffer sent) {
        var file = new Ogg(sent);
        return new Recognised("audio/ogg", file.bare());
    }

    private Kept bare() {
        boolean opus = false;
        int packet = 0;
        int pages = 0;
        for (int at = 0, to; at < sent.limit(); at = to, pages++) {
            to = end(at);
            int body = at + HEAD + segments(at);
            if (pages == 0) {
                opus = Bytes.begins(sent, body, OPUS);
                if (!opus && !Bytes.begins(sent, body, VORBIS)) throw Unusable.unknown();
            }
            // Another stream beside it or behind it.
            if (sent.getInt(at + SERIAL) != sent.getInt(SERIAL)) throw Unusable.unknown();
            if (packet < 2) packet += packets(at, body, to, packet);
        }
        if (packet < 2 || pages < 3) throw Unusable.broken();
        return masked(opus);
    }

    /** Behind a page that is whole. */
    private int end(int at) {
        if (at > sent.limit() - HEAD || !Bytes.begins(sent, at, PAGE)) throw Unusable.broken();
        int to = at + HEAD + segments(at);
        if (to > sent.limit()) throw Unusable.broken();
        for (int n = at + HEAD, last = to; n < last; n++) to += sent.get(n) & 0xff;
        if (to > sent.limit()) throw Unusable.broken();
        int sum = 0;
        for (int n = at; n < to; n++) sum = add(sum, n >= at + SUM && n < at + SUM + 4 ? 0 : sent.get(n));
        if (sum != sent.getInt(at + SUM)) throw Unusable.broken();
        return to;
    }

    /** How many packets end on this page; notes where those bytes stand that are comments, the second packet. */
    private int packets(int from, int body, int to, int packet) {
        var stretches = new ArrayList<int[]>();
        int ended = 0;
        int at = body;
        for (int n = from + HEAD; n < body; n++) {
            int length = sent.get(n) & 0xff;
            if (packet + ended == 1) stretches.add(new int[] {at - from, length});
            at += length;
            if (length < 255) ended++;
        }
        if (!stretches.isEmpty()) {
            var bytes = new byte[to - from];
            sent.get(from, bytes);
            commented.add(new Page(from, bytes, stretches));
            for (var stretch : stretches) comments += stretch[1];
        }
        return ended;
    }

    private Kept masked(boolean opus) {
        var bare = ByteBuffer.wrap(opus ? opusComments() : vorbisComments());
        var masked = new Masked(sent);
        for (var page : commented) {
            for (var stretch : page.stretches()) bare.get(page.bytes(), stretch[0], stretch[1]);
            Arrays.fill(page.bytes(), SUM, SUM + 4, (byte) 0);
            int sum = 0;
            for (byte b : page.bytes()) sum = add(sum, b);
            ByteBuffer.wrap(page.bytes()).order(ByteOrder.LITTLE_ENDIAN).putInt(SUM, sum);
            masked.write(page.from(), page.bytes());
        }
        return masked.kept(sent.limit());
    }

    private byte[] opusComments() {
        if (comments < OPUS_COMMENTS.length()) throw Unusable.broken();
        return Arrays.copyOf(OPUS_COMMENTS.getBytes(StandardCharsets.ISO_8859_1), comments);
    }

    private byte[] vorbisComments() {
        return vorbisComments(comments);
    }

    /** As long as they were: the name of the program fills the place. */
    static byte[] vorbisComments(int length) {
        // The name's length, how many comments there are, and a bit that ends all.
        int around = VORBIS_COMMENTS.length() + 4 + 4 + 1;
        if (length < around) throw Unusable.broken();
        var comments = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        comments.put(VORBIS_COMMENTS.getBytes(StandardCharsets.ISO_8859_1)).putInt(length - around);
        return comments.put(length - 1, (byte) 1).array();
    }

    private int segments(int at) {
        return sent.get(at + HEAD - 1) & 0xff;
    }

    private static int add(int sum, byte next) {
        return sum << 8 ^ SUMS[sum >>> 24 ^ next & 0xff];
    }

    /** Of the polynomial 0x04c11db7, highest bit first; the JDK has only the mirrored one. */
    private static int[] sums() {
        var sums = new int[256];
        for (int n = 0; n < sums.length; n++) {
            int sum = n << 24;
            for (int bit = 0; bit < 8; bit++) sum = sum << 1 ^ (sum < 0 ? 0x04c11db7 : 0);
            sums[n] = sum;
        }
        return sums;
    }
}
