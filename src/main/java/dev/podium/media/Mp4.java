package dev.podium.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * MP4's boxes: places, titles, covers and times are blanked and not cut out, since tables tell where in the file each picture
 * begins.
 */
final class Mp4 {
    private static final Set<String> KEPT = Set.of(
            "ftyp", "styp", "mdat", "moof", "mfra", "sidx", "edts", "tref", "vmhd", "smhd", "dinf", "mvex", "stbl");
    private static final Set<String> ENTERED = Set.of("moov", "trak", "mdia", "minf");
    private static final Set<String> TIMED = Set.of("mvhd", "tkhd", "mdhd");
    private static final Set<String> FILMS = Set.of("avc1", "avc3");
    private static final Set<String> SOUNDS = Set.of("mp4a");
    /** Of a box: its length and name; of one that is long, its length once more. */
    private static final int HEAD = 8;

    private static final int LONG_HEAD = 16;
    /** In hdlr, before the name that a camera gives itself. */
    private static final int HANDLER = 24;
    /** In stsd, before its first entry; and in a film's entry, before its width. */
    private static final int ENTRIES = 8;

    private static final int WIDTH = 32;

    private final ByteBuffer sent;
    private final Kept kept;
    private boolean film;
    private boolean sound;

    private record Box(String name, int from, int body, int to) {}

    private Mp4(ByteBuffer sent) {
        this.sent = sent;
        this.kept = new Kept(sent);
    }

    /** @throws dev.podium.http.Problem.Refusal 422, also for tracks other than of H.264 and AAC: they may tell places */
    static Formats.Read read(ByteBuffer sent) {
        var file = new Mp4(sent);
        var names = file.copy(0, sent.limit());
        if (!names.contains("mdat") || !file.film && !file.sound) throw Unusable.broken();
        return new Formats.Read(file.film ? "video/mp4" : "audio/mp4", file.kept);
    }

    /** The names of what is there. */
    private List<String> copy(int from, int to) {
        var names = new ArrayList<String>();
        for (int at = from; at < to; ) {
            var box = box(at, to);
            names.add(box.name());
            copy(box);
            at = box.to();
        }
        return names;
    }

    private void copy(Box box) {
        if (ENTERED.contains(box.name())) {
            kept.keep(box.from(), box.body());
            var names = copy(box.body(), box.to());
            if (box.name().equals("minf") && !names.contains("stbl")) throw Unusable.broken();
        } else if (TIMED.contains(box.name())) {
            require(box, 20);
            // When it was made and changed, in seconds of 32 or 64 bits.
            int times = sent.get(box.body()) == 1 ? 16 : 8;
            kept.keep(box.from(), box.body() + 4);
            kept.blank(times);
            kept.keep(box.body() + 4 + times, box.to());
        } else if (box.name().equals("hdlr")) {
            require(box, HANDLER);
            kept.keep(box.from(), box.body() + HANDLER);
            kept.blank(box.to() - box.body() - HANDLER);
        } else if (KEPT.contains(box.name())) {
            if (box.name().equals("stbl")) check(box);
            kept.keep(box.from(), box.to());
        } else {
            kept.keep(box.from(), box.from() + 4);
            kept.add("free".getBytes(StandardCharsets.ISO_8859_1));
            // A long length is kept where it stands.
            kept.keep(box.from() + HEAD, box.body());
            kept.blank(box.to() - box.body());
        }
    }

    /** What a track holds is told by its samples' descriptions. */
    private void check(Box table) {
        boolean described = false;
        for (int at = table.body(); at < table.to(); ) {
            var box = box(at, table.to());
            at = box.to();
            if (!box.name().equals("stsd")) continue;
            described = true;
            require(box, ENTRIES);
            for (int from = box.body() + ENTRIES; from < box.to(); ) {
                var entry = box(from, box.to());
                from = entry.to();
                if (FILMS.contains(entry.name())) {
                    require(entry, WIDTH);
                    Unusable.checkSize(two(entry.from() + WIDTH), two(entry.from() + WIDTH + 2));
                    film = true;
                } else if (SOUNDS.contains(entry.name())) sound = true;
                else throw Formats.unknown();
            }
        }
        if (!described) throw Unusable.broken();
    }

    private Box box(int at, int to) {
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

    private int two(int at) {
        return sent.getShort(at) & 0xffff;
    }

    private static void require(Box box, int length) {
        if (box.to() - box.body() < length) throw Unusable.broken();
    }
}
