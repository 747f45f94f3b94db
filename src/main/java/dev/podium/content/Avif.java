package dev.podium.content;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/** AVIF's boxes: items other than pictures, which are Exif and XMP, and names and words of all others are blanked. */
final class Avif {
    private static final Set<String> TOP = Set.of("ftyp", "mdat");
    private static final Set<String> META = Set.of("pitm", "iref", "dinf", "grpl");
    private static final Set<String> PICTURES = Set.of("av01", "grid", "iden", "iovl", "tmap");
    private static final Set<String> PROPERTIES = Set.of(
            "ispe", "pixi", "av1C", "colr", "pasp", "clap", "irot", "imir", "auxC", "lsel", "a1op", "a1lx", "clli",
            "mdcv", "cclv", "amve");
    private static final Set<String> FILMS = Set.of("av01");
    /** Version and flags, with which many boxes begin. */
    private static final int VERSION = 4;

    private final ByteBuffer sent;
    private final Masked masked;
    private final Set<Long> told = new HashSet<>();
    /** Where the data begins that stands among the tables; 0 for nowhere. */
    private int data;

    private boolean sized;
    private boolean located;

    private Avif(ByteBuffer sent) {
        this.sent = sent;
        this.masked = new Masked(sent);
    }

    /** Whether one of its brands says so; for what begins as ISO's media files do. */
    static boolean isOne(ByteBuffer sent) {
        int to = Math.min(sent.getInt(0), sent.limit());
        for (int at = 8; at + 4 <= to; at += 4) {
            if (at != 12 && (Bytes.begins(sent, at, "avif") || Bytes.begins(sent, at, "avis"))) return true;
        }
        return false;
    }

    static Kept bare(ByteBuffer sent) {
        var file = new Avif(sent);
        for (var box : Box.all(sent, 0, sent.limit())) {
            switch (box.name()) {
                case "meta" -> file.meta(box);
                case "moov" -> Mp4.mask(sent, file.masked, box, FILMS);
                default -> file.keep(box, TOP);
            }
        }
        if (!file.sized || !file.located) throw Unusable.broken();
        return file.masked.kept(sent.limit());
    }

    private void meta(Box meta) {
        if (located) throw Unusable.broken();
        meta.require(VERSION);
        var boxes = Box.all(sent, meta.body() + VERSION, meta.to());
        for (var box : boxes) {
            switch (box.name()) {
                case "hdlr" -> masked.unname(box);
                case "iinf" -> items(box);
                case "iprp" -> properties(box);
                case "idat" -> data = box.body();
                case "iloc" -> located = true;
                default -> keep(box, META);
            }
        }
        // Only now is it known which of them are pictures.
        boxes.stream().filter(box -> box.name().equals("iloc")).forEach(this::blank);
    }

    private void keep(Box box, Set<String> kept) {
        if (!kept.contains(box.name())) masked.free(box);
    }

    private void items(Box info) {
        info.require(VERSION + 4);
        int first = info.body() + VERSION + (sent.get(info.body()) == 0 ? 2 : 4);
        for (var item : Box.all(sent, first, info.to())) {
            item.require(VERSION + 10);
            int version = sent.get(item.body());
            if (!item.name().equals("infe") || version != 2 && version != 3) throw Unusable.broken();
            // Between the two, how it is protected.
            int type = item.body() + VERSION + (version == 2 ? 4 : 6);
            if (PICTURES.stream().noneMatch(picture -> Bytes.begins(sent, type, picture))) {
                told.add(Bytes.number(sent, item.body() + VERSION, version == 2 ? 2 : 4));
                masked.write(type, new byte[] {'f', 'r', 'e', 'e'});
            }
            masked.blank(type + 4, item.to());
        }
    }

    private void properties(Box properties) {
        for (var box : Box.all(sent, properties.body(), properties.to())) {
            if (box.name().equals("ipma")) continue;
            if (!box.name().equals("ipco")) throw Unusable.broken();
            for (var property : Box.all(sent, box.body(), box.to())) {
                keep(property, PROPERTIES);
                if (property.name().equals("ispe")) {
                    property.require(VERSION + 8);
                    Unusable.checkSize(
                            Bytes.number(sent, property.body() + VERSION, 4),
                            Bytes.number(sent, property.body() + VERSION + 4, 4));
                    sized = true;
                }
                if (property.name().equals("colr")) colours(property);
            }
        }
    }

    /** A profile is written anew in its place, as long as it was. */
    private void colours(Box box) {
        box.require(4);
        if (Bytes.begins(sent, box.body(), "nclx")) return;
        int from = box.body() + 4;
        int length = box.to() - from;
        if (length > Icc.MOST) throw Unusable.broken();
        var profile = new byte[length];
        sent.get(from, profile);
        Icc.bare(profile)
                .filter(bare -> bare.length <= length)
                .ifPresentOrElse(
                        bare -> masked.write(
                                from,
                                ByteBuffer.allocate(length)
                                        .put(bare)
                                        .putInt(0, length)
                                        .array()),
                        () -> masked.free(box));
    }

    /** What items hold that are no pictures; those have to be there. */
    private void blank(Box locations) {
        locations.require(VERSION + 4);
        int version = sent.get(locations.body());
        if (version > 2) throw Unusable.broken();
        var in = new Reader(locations.body() + VERSION, locations.to());
        int sizes = (int) in.next(2);
        int offset = sizes >> 12;
        int length = sizes >> 8 & 15;
        int base = sizes >> 4 & 15;
        int index = version == 0 ? 0 : sizes & 15;
        if (length != 4 && length != 8) throw Unusable.broken();
        long items = in.next(version == 2 ? 4 : 2);
        for (long n = 0; n < items; n++) {
            long id = in.next(version == 2 ? 4 : 2);
            int construction = version == 0 ? 0 : (int) in.next(2) & 15;
            in.next(2);
            long begins = in.next(base);
            long extents = in.next(2);
            for (long m = 0; m < extents; m++) {
                in.next(index);
                long from = begins + in.next(offset);
                long size = in.next(length);
                // A picture may be made of another item's bytes.
                if (construction == 2 && !told.contains(id)) continue;
                int at = place(construction, from, size);
                if (told.contains(id)) masked.blank(at, at + (int) size);
            }
        }
    }

    /** Where in the file it begins that stands in it, or among the tables. */
    private int place(int construction, long from, long length) {
        if (construction > 1 || construction == 1 && data == 0) throw Unusable.broken();
        long begins = construction == 1 ? data + from : from;
        if (begins < 0 || length < 0 || begins > sent.limit() || length > sent.limit() - begins)
            throw Unusable.broken();
        return (int) begins;
    }

    /** Numbers one after another, up to the end of a box. */
    private final class Reader {
        private final int to;
        private int at;

        Reader(int from, int to) {
            this.at = from;
            this.to = to;
        }

        long next(int bytes) {
            if (bytes > to - at) throw Unusable.broken();
            at += bytes;
            return Bytes.number(sent, at - bytes, bytes);
        }
    }
}
