package dev.podium.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * WebM's elements: only those are kept that are seen or heard; titles, tags, times and the names of programs are blanked. The
 * numbers are the elements' names.
 */
final class WebM {
    static final String SIGNATURE = "\u001a\u0045\u00df\u00a3";

    private static final int EBML = 0x1a45dfa3;
    private static final int SEGMENT = 0x18538067;
    private static final int INFO = 0x1549a966;
    private static final int TRACKS = 0x1654ae6b;
    private static final int TRACK = 0xae;
    private static final int CLUSTER = 0x1f43b675;
    private static final int CODEC = 0x86;
    private static final int CODEC_PRIVATE = 0x63a2;
    private static final int VIDEO = 0xe0;
    /** Nothing, of any length. */
    private static final byte VOID = (byte) 0xec;

    /** Of a segment: where things are, and the clusters of pictures and sounds with their times. */
    private static final Set<Integer> KEPT = Set.of(0x114d9b74, 0x1c53bb6b, 0xe7, 0xa7, 0xab, 0xa3, 0xa0);
    /** How long, in which unit. */
    private static final Set<Integer> KEPT_OF_INFO = Set.of(0x2ad7b1, 0x4489);
    /** Programs' names, which have to be there. */
    private static final Set<Integer> EMPTIED_OF_INFO = Set.of(0x4d80, 0x5741);

    private static final Set<Integer> KEPT_OF_TRACK = Set.of(
            0xd7,
            0x73c5,
            0x83,
            0xb9,
            0x88,
            0x55aa,
            0x9c,
            0x23e383,
            0x22b59c,
            CODEC,
            CODEC_PRIVATE,
            0x56aa,
            0x56bb,
            VIDEO,
            0xe1,
            0x55ee,
            0x6de7,
            0x6df8,
            0xaa,
            0x41e4,
            0x6d80);
    private static final Set<String> FILMS = Set.of("V_VP8", "V_VP9", "V_AV1");
    private static final Set<String> SOUNDS = Set.of("A_OPUS", "A_VORBIS");
    /** What the first element is long at most: it tells the format, and nothing else. */
    private static final int HEAD = 64;

    private final ByteBuffer sent;
    private final Masked masked;
    private boolean film;
    private boolean sound;
    private boolean clusters;

    /** @param to where it ends, or -1 where it does not tell */
    private record Element(int name, int from, int body, int to) {}

    private WebM(ByteBuffer sent) {
        this.sent = sent;
        this.masked = new Masked(sent);
    }

    /** @throws dev.podium.http.Problem.Refusal 422, also for tracks of other kinds */
    static Recognised read(ByteBuffer sent) {
        var file = new WebM(sent);
        int to = file.mask();
        if (!file.clusters || !file.film && !file.sound) throw Unusable.broken();
        return new Recognised(file.film ? "video/webm" : "audio/webm", file.masked.kept(to));
    }

    /** Where the file ends. */
    private int mask() {
        var head = element(0, sent.limit());
        if (head.name() != EBML || head.to() < 0 || head.to() > HEAD) throw Unusable.broken();
        if (!StandardCharsets.ISO_8859_1
                .decode(sent.slice(0, head.to()))
                .toString()
                .contains("webm")) throw Unusable.unknown();
        var segment = element(head.to(), sent.limit());
        if (segment.name() != SEGMENT) throw Unusable.broken();
        int to = segment.to() < 0 ? sent.limit() : segment.to();
        for (int at = segment.body(); at < to; ) {
            var element = element(at, to);
            // Clusters often do not tell where they end; what they hold is named as nothing else is.
            at = element.name() == CLUSTER ? element.body() : end(element);
            switch (element.name()) {
                case CLUSTER -> clusters = true;
                case INFO -> info(element);
                case TRACKS -> tracks(element);
                default -> keep(element, KEPT);
            }
        }
        return to;
    }

    private void info(Element info) {
        for (int at = info.body(); at < info.to(); ) {
            var element = element(at, info.to());
            at = end(element);
            if (EMPTIED_OF_INFO.contains(element.name())) masked.blank(element.body(), element.to());
            else keep(element, KEPT_OF_INFO);
        }
    }

    private void tracks(Element tracks) {
        for (int at = tracks.body(); at < tracks.to(); ) {
            var element = element(at, tracks.to());
            at = end(element);
            if (element.name() == TRACK) track(element);
            else keep(element, Set.of());
        }
    }

    private void track(Element track) {
        String codec = "";
        Element setup = null;
        for (int at = track.body(); at < track.to(); ) {
            var element = element(at, track.to());
            at = end(element);
            switch (element.name()) {
                case CODEC -> codec = text(element);
                case CODEC_PRIVATE -> setup = element;
                case VIDEO -> size(element);
                default -> keep(element, KEPT_OF_TRACK);
            }
        }
        if (FILMS.contains(codec)) film = true;
        else if (SOUNDS.contains(codec)) sound = true;
        else throw Unusable.unknown();
        if (codec.equals("A_VORBIS")) comments(setup);
    }

    private void size(Element video) {
        long width = 0;
        long height = 0;
        for (int at = video.body(); at < video.to(); ) {
            var element = element(at, video.to());
            at = end(element);
            if (element.name() == 0xb0) width = number(element);
            if (element.name() == 0xba) height = number(element);
        }
        Unusable.checkSize(width, height);
    }

    /** Three packets: how many there are but for the last, how long these are, and then they. */
    private void comments(Element setup) {
        if (setup == null || setup.to() == setup.body() || sent.get(setup.body()) != 2) throw Unusable.broken();
        var lengths = new int[2];
        int at = setup.body() + 1;
        for (int n = 0; n < lengths.length; n++) {
            int next;
            do {
                if (at >= setup.to()) throw Unusable.broken();
                next = sent.get(at++) & 0xff;
                lengths[n] += next;
            } while (next == 255);
        }
        if (lengths[0] + lengths[1] > setup.to() - at) throw Unusable.broken();
        masked.write(at + lengths[0], Ogg.vorbisComments(lengths[1]));
    }

    private void keep(Element element, Set<Integer> kept) {
        if (kept.contains(element.name())) return;
        // Its name of several bytes is one of one byte now, and its length is told in those that are left.
        int length = element.to() - element.from();
        int told = Math.min(8, element.body() - element.from() - 1);
        var head = ByteBuffer.allocate(1 + told).put(VOID);
        long size = 1L << 7 * told | length - 1 - told;
        for (int n = told - 1; n >= 0; n--) head.put((byte) (size >>> 8 * n));
        masked.write(element.from(), head.array());
        masked.blank(element.from() + head.limit(), element.to());
    }

    private static int end(Element element) {
        if (element.to() < 0) throw Unusable.broken();
        return element.to();
    }

    private Element element(int at, int to) {
        int named = length(at, to, 4);
        int told = length(at + named, to, 8);
        long size = Bytes.number(sent, at + named, told) & ~(1L << 7 * told);
        int body = at + named + told;
        int name = (int) Bytes.number(sent, at, named);
        // All ones: it ends where something else begins.
        if (size == (1L << 7 * told) - 1) return new Element(name, at, body, -1);
        if (size > to - body) throw Unusable.broken();
        return new Element(name, at, body, (int) (body + size));
    }

    /** Of a number whose first byte tells its length by the zeros before its first one. */
    private int length(int at, int to, int most) {
        int length = at < to ? Integer.numberOfLeadingZeros(sent.get(at) & 0xff) - 23 : 0;
        if (length < 1 || length > most || length > to - at) throw Unusable.broken();
        return length;
    }

    private long number(Element element) {
        if (element.to() - element.body() > 7) throw Unusable.broken();
        return Bytes.number(sent, element.body(), element.to() - element.body());
    }

    private String text(Element element) {
        return StandardCharsets.ISO_8859_1
                .decode(sent.slice(element.body(), element.to() - element.body()))
                .toString()
                .replace("\0", "");
    }
}
