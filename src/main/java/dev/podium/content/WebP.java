package dev.podium.content;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Set;

/** WebP's chunks: what the picture looks like; Exif, XMP and what nobody knows are left out. */
final class WebP {
    private static final Set<String> PIXELS = Set.of("VP8 ", "VP8L", "ANMF");
    private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF");
    /** Before the chunks of one frame of an animation. */
    private static final int FRAME_HEAD = 16;
    /** Of VP8X's flags: transparent, animated. */
    private static final int SHOWN = 0x12;

    private WebP() {}

    static Kept bare(ByteBuffer sent) {
        var chunks = new ArrayList<Riff.Chunk>();
        boolean pixels = false;
        for (var chunk : Riff.chunks(sent)) {
            if (!KEPT.contains(chunk.name())) continue;
            check(sent, chunk);
            chunks.add(chunk);
            pixels |= PIXELS.contains(chunk.name());
        }
        if (!pixels) throw Unusable.broken();
        var written = Riff.head(sent, chunks);
        for (var chunk : chunks) {
            if (chunk.name().equals("VP8X")) writeFlags(written, sent, chunk);
            else Riff.keep(written, chunk);
        }
        return written;
    }

    private static void check(ByteBuffer sent, Riff.Chunk chunk) {
        int at = chunk.body();
        switch (chunk.name()) {
            case "VP8 " -> {
                require(chunk, 10);
                if (!Bytes.begins(sent, at + 3, "\u009d\u0001*")) throw Unusable.broken();
                Unusable.checkSize(number(sent, at + 6, 2) & 0x3fff, number(sent, at + 8, 2) & 0x3fff);
            }
            case "VP8L" -> {
                require(chunk, 5);
                if (sent.get(at) != 0x2f) throw Unusable.broken();
                long sizes = number(sent, at + 1, 4);
                Unusable.checkSize((sizes & 0x3fff) + 1, (sizes >> 14 & 0x3fff) + 1);
            }
            case "VP8X" -> {
                require(chunk, 10);
                Unusable.checkSize(number(sent, at + 4, 3) + 1, number(sent, at + 7, 3) + 1);
            }
            case "ANMF" -> {
                require(chunk, FRAME_HEAD);
                for (var inner : Riff.chunks(sent, at + FRAME_HEAD, at + (long) chunk.length())) {
                    if (!Set.of("VP8 ", "VP8L", "ALPH").contains(inner.name())) throw Unusable.broken();
                    check(sent, inner);
                }
            }
            default -> {}
        }
    }

    /** Without those of what is left out. */
    private static void writeFlags(Kept kept, ByteBuffer sent, Riff.Chunk chunk) {
        kept.keep(chunk.from(), chunk.body());
        kept.add(new byte[] {(byte) (sent.get(chunk.body()) & SHOWN)});
        kept.keep(chunk.body() + 1, chunk.body() + chunk.length());
        if ((chunk.length() & 1) == 1) kept.add(new byte[1]);
    }

    private static void require(Riff.Chunk chunk, int length) {
        if (chunk.length() < length) throw Unusable.broken();
    }

    private static long number(ByteBuffer sent, int at, int bytes) {
        long number = 0;
        for (int n = 0; n < bytes; n++) number |= (sent.get(at + n) & 0xffL) << 8 * n;
        return number;
    }
}
