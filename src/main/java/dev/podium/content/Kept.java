package dev.podium.content;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What is kept of a file that was sent: stretches of it, which are not copied, and the little that is made anew. */
public final class Kept {
    private static final ByteBuffer ZEROS = ByteBuffer.allocate(64 * 1024).asReadOnlyBuffer();

    private final ByteBuffer sent;
    private final List<ByteBuffer> parts = new ArrayList<>();
    /** Where the last stretch ends in the file; -1 when it is none of the file's. */
    private int end = -1;

    private int size;

    Kept(ByteBuffer sent) {
        this.sent = sent;
    }

    void keep(int from, int to) {
        if (from == to) return;
        if (from == end) {
            var last = parts.removeLast();
            parts.add(sent.slice(from - last.remaining(), last.remaining() + to - from));
        } else {
            add(sent.slice(from, to - from));
        }
        end = to;
        size += to - from;
    }

    void add(byte[] made) {
        add(ByteBuffer.wrap(made));
        end = -1;
        size += made.length;
    }

    /** Zeros, for what may not move what follows. */
    void blank(int length) {
        for (int left = length; left > 0; left -= ZEROS.limit()) add(ZEROS.slice(0, Math.min(left, ZEROS.limit())));
        end = -1;
        size += length;
    }

    private void add(ByteBuffer part) {
        parts.add(part);
        Unusable.checkParts(parts.size());
    }

    /** In bytes. */
    public int size() {
        return size;
    }

    /** SHA-256 in hexadecimal digits. */
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(part -> digest.update(part.duplicate()));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** A copy of some of it; less at the end. */
    public Buffer piece(int from, int length) {
        var piece = new byte[Math.min(length, size - from)];
        int at = 0;
        int filled = 0;
        for (var part : parts) {
            int skipped = Math.max(0, from - at);
            if (skipped < part.remaining() && filled < piece.length) {
                int taken = Math.min(part.remaining() - skipped, piece.length - filled);
                part.get(part.position() + skipped, piece, filled, taken);
                filled += taken;
            }
            at += part.remaining();
        }
        return Buffer.buffer(piece);
    }
}
