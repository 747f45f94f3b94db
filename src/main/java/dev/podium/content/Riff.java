package dev.podium.content;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The chunks of RIFF, in which WebP and WAV are packed. */
final class Riff {
    /** "RIFF", a length, and what it is. */
    private static final int HEAD = 12;

    private static final int CHUNK_HEAD = 8;

    private Riff() {}

    /**
     * @param from where its head begins in the file
     * @param length of its body in bytes, which follows the head
     */
    record Chunk(String name, int from, int length) {
        int body() {
            return from + CHUNK_HEAD;
        }

        /** With its head, and to an even length. */
        int padded() {
            return CHUNK_HEAD + length + (length & 1);
        }
    }

    /** Those of a whole file; what follows it is none of it. */
    static List<Chunk> chunks(ByteBuffer sent) {
        if (sent.limit() < HEAD) throw Unusable.broken();
        return chunks(sent, HEAD, length(sent, 4) + (long) CHUNK_HEAD);
    }

    static List<Chunk> chunks(ByteBuffer sent, int from, long to) {
        if (to > sent.limit()) throw Unusable.broken();
        var chunks = new ArrayList<Chunk>();
        while (from + CHUNK_HEAD <= to) {
            long length = length(sent, from + 4);
            if (length > to - from - CHUNK_HEAD) throw Unusable.broken();
            var name = StandardCharsets.ISO_8859_1.decode(sent.slice(from, 4)).toString();
            var chunk = new Chunk(name, from, (int) length);
            chunks.add(chunk);
            Unusable.checkParts(chunks.size());
            from += chunk.padded();
        }
        return chunks;
    }

    /** The head of a file that will hold these chunks. */
    static Kept head(ByteBuffer sent, List<Chunk> chunks) {
        var kept = new Kept(sent);
        int size = 4 + chunks.stream().mapToInt(Chunk::padded).sum();
        kept.keep(0, 4);
        kept.add(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(size)
                .array());
        kept.keep(8, HEAD);
        return kept;
    }

    static void keep(Kept kept, Chunk chunk) {
        kept.keep(chunk.from(), chunk.body() + chunk.length());
        if ((chunk.length() & 1) == 1) kept.add(new byte[1]);
    }

    private static long length(ByteBuffer sent, int at) {
        return Integer.reverseBytes(sent.getInt(at)) & 0xffff_ffffL;
    }
}
