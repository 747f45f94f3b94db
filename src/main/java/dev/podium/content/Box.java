package dev.podium.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A box of ISO's media files, as MP4 and AVIF are.
 *
 * @param from where its head begins in the file
 * @param body behind its head
 * @param to where it ends
 */
record Box(String name, int from, int body, int to) {
    /** Its length and name. */
    private static final int HEAD = 8;
    /** Of one that is long: its length once more. */
    private static final int LONG_HEAD = 16;

    /** Those that stand here one after another; none of them ends later. */
    static List<Box> all(ByteBuffer sent, int from, int to) {
        var boxes = new ArrayList<Box>();
        for (int at = from; at < to; at = boxes.getLast().to()) {
            boxes.add(read(sent, at, to));
            Unusable.checkParts(boxes.size());
        }
        return boxes;
    }

    private static Box read(ByteBuffer sent, int at, int to) {
        if (at > to - HEAD) throw Unusable.broken();
        long length = sent.getInt(at) & 0xffff_ffffL;
        int head = HEAD;
        if (length == 1) {
            if (at > to - LONG_HEAD) throw Unusable.broken();
            length = sent.getLong(at + HEAD);
            head = LONG_HEAD;
        } else if (length == 0) length = to - at;
        if (length < head || length > to - at) throw Unusable.broken();
        var name = StandardCharsets.ISO_8859_1.decode(sent.slice(at + 4, 4)).toString();
        return new Box(name, at, at + head, (int) (at + length));
    }

    /** @param length of its body, in bytes */
    void require(int length) {
        if (to - body < length) throw Unusable.broken();
    }
}
