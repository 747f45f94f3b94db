package dev.podium.content;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** GIF's blocks: pictures, their times and how often they are repeated are kept; comments and what follows the end are not. */
final class Gif {
    private static final int HEAD = 13;
    private static final int FRAME = 10;

    private final ByteBuffer sent;

    private Gif(ByteBuffer sent) {
        this.sent = sent.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    static Kept bare(ByteBuffer sent) {
        return new Gif(sent).bare();
    }

    private Kept bare() {
        if (sent.limit() < HEAD) throw Unusable.broken();
        Unusable.checkSize(two(6), two(8));
        var kept = new Kept(sent);
        boolean pixels = false;
        int at = HEAD + colours(sent.get(10));
        if (at >= sent.limit()) throw Unusable.broken();
        kept.keep(0, at);
        while (at < sent.limit()) {
            int from = at;
            switch (sent.get(at)) {
                case ';' -> {
                    if (!pixels) throw Unusable.broken();
                    kept.keep(at, at + 1);
                    return kept;
                }
                case ',' -> {
                    if (at + FRAME > sent.limit()) throw Unusable.broken();
                    Unusable.checkSize(two(at + 5), two(at + 7));
                    // Behind the frame's own colours stands how many bits a code has.
                    at = end(at + FRAME + colours(sent.get(at + 9)) + 1);
                    kept.keep(from, at);
                    pixels = true;
                }
                case '!' -> {
                    at = end(at + 2);
                    if (isKept(from)) kept.keep(from, at);
                }
                default -> throw Unusable.broken();
            }
        }
        throw Unusable.broken();
    }

    /** Times and see-through colours, and how often all is repeated. */
    private boolean isKept(int at) {
        return sent.get(at + 1) == (byte) 0xf9
                || sent.get(at + 1) == (byte) 0xff && Bytes.begins(sent, at + 3, "NETSCAPE2.0");
    }

    /** Behind pieces that each tell their length, the last being empty. */
    private int end(int at) {
        while (at < sent.limit()) {
            int length = sent.get(at) & 0xff;
            at += 1 + length;
            if (length == 0) return at;
        }
        throw Unusable.broken();
    }

    private static int colours(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private int two(int at) {
        return sent.getShort(at) & 0xffff;
    }
}
