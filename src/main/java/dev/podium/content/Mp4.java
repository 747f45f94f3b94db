package dev.podium.content;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

/** MP4's boxes: places, titles, covers and times are blanked. */
final class Mp4 {
    private static final Set<String> KEPT = Set.of(
            "ftyp", "styp", "mdat", "moof", "mfra", "sidx", "edts", "tref", "vmhd", "smhd", "dinf", "mvex", "stbl");
    private static final Set<String> ENTERED = Set.of("moov", "trak", "mdia", "minf");
    /** Of those that are entered. */
    private static final int DEEPEST = 4;

    private static final Set<String> TIMED = Set.of("mvhd", "tkhd", "mdhd");
    private static final Set<String> FILMS = Set.of("avc1", "avc3");
    private static final Set<String> SOUNDS = Set.of("mp4a");
    /** In stsd, before its first entry. */
    private static final int ENTRIES = 8;
    /** In a film's entry, before its width; and where the program's name stands. */
    private static final int WIDTH = 32;

    private static final int NAME = 50;
    private static final int NAME_END = 82;

    private final ByteBuffer sent;
    private final Masked masked;
    private final Set<String> films;
    private final Set<String> sounds;
    private boolean film;
    private boolean sound;

    private Mp4(ByteBuffer sent, Masked masked, Set<String> films, Set<String> sounds) {
        this.sent = sent;
        this.masked = masked;
        this.films = films;
        this.sounds = sounds;
    }

    /** @throws dev.podium.http.Problem.Refusal 422, also for tracks other than of H.264 and AAC: they may tell places */
    static Recognised read(ByteBuffer sent) {
        var masked = new Masked(sent);
        var file = new Mp4(sent, masked, FILMS, SOUNDS);
        var names = file.mask(0, sent.limit(), 0);
        if (names.contains("meta") && !names.contains("moov")) throw Unusable.unknown();
        if (!names.contains("mdat") || !file.film && !file.sound) throw Unusable.broken();
        return new Recognised(file.film ? "video/mp4" : "audio/mp4", masked.kept(sent.limit()));
    }

    /** Masks the tracks of a picture that moves. */
    static void mask(ByteBuffer sent, Masked masked, Box tracks, Set<String> films) {
        new Mp4(sent, masked, films, Set.of()).mask(tracks, 0);
    }

    /** The names of what is there. */
    private List<String> mask(int from, int to, int depth) {
        var boxes = Box.all(sent, from, to);
        boxes.forEach(box -> mask(box, depth));
        return boxes.stream().map(Box::name).toList();
    }

    private void mask(Box box, int depth) {
        if (ENTERED.contains(box.name())) {
            if (depth == DEEPEST) throw Unusable.broken();
            var names = mask(box.body(), box.to(), depth + 1);
            if (box.name().equals("minf") && !names.contains("stbl")) throw Unusable.broken();
        } else if (TIMED.contains(box.name())) {
            box.require(20);
            // When it was made and changed, in seconds of 32 or 64 bits.
            int times = box.body() + 4;
            masked.blank(times, times + (sent.get(box.body()) == 1 ? 16 : 8));
        } else if (box.name().equals("hdlr")) {
            masked.unname(box);
        } else if (box.name().equals("stbl")) {
            check(box);
        } else if (!KEPT.contains(box.name())) {
            masked.free(box);
        }
    }

    /** What a track holds is told by its samples' descriptions. */
    private void check(Box table) {
        var described = Box.all(sent, table.body(), table.to()).stream()
                .filter(box -> box.name().equals("stsd"))
                .toList();
        if (described.isEmpty()) throw Unusable.broken();
        for (var box : described) {
            box.require(ENTRIES);
            for (var entry : Box.all(sent, box.body() + ENTRIES, box.to())) {
                if (films.contains(entry.name())) {
                    entry.require(NAME_END);
                    masked.blank(entry.from() + NAME, entry.from() + NAME_END);
                    Unusable.checkSize(two(entry.from() + WIDTH), two(entry.from() + WIDTH + 2));
                    film = true;
                } else if (sounds.contains(entry.name())) sound = true;
                else throw Unusable.unknown();
            }
        }
    }

    private int two(int at) {
        return sent.getShort(at) & 0xffff;
    }
}
