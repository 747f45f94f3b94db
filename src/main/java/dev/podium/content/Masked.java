package dev.podium.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is kept of a file in which nothing may move, since tables tell where things are: some of it is blanked or written over. */
final class Masked {
    private final ByteBuffer sent;
    private final List<Stretch> stretches = new ArrayList<>();

    /** @param made null for zeros */
    private record Stretch(int from, int length, byte[] made) {}

    Masked(ByteBuffer sent) {
        this.sent = sent;
    }

    void blank(int from, int to) {
        if (from < to) add(new Stretch(from, to - from, null));
    }

    void write(int at, byte[] made) {
        add(new Stretch(at, made.length, made));
    }

    /** What it held is gone, and readers skip it; a long length stays where it stands. */
    void free(Box box) {
        write(box.from() + 4, "free".getBytes(StandardCharsets.ISO_8859_1));
        blank(box.body(), box.to());
    }

    /** In hdlr: the name that a camera gives itself. */
    void unname(Box handler) {
        int told = 24;
        handler.require(told);
        blank(handler.body() + told, handler.to());
    }

    /**
     * @param end what follows is not kept
     * @throws dev.podium.http.Problem.Refusal 422 where two stretches share bytes, as no honest file has it
     */
    Kept kept(int end) {
        stretches.sort(Comparator.comparingInt(Stretch::from));
        var kept = new Kept(sent);
        int at = 0;
        for (var stretch : stretches) {
            if (stretch.from() < at) throw Unusable.broken();
            kept.keep(at, stretch.from());
            if (stretch.made() == null) kept.blank(stretch.length());
            else kept.add(stretch.made());
            at = stretch.from() + stretch.length();
        }
        kept.keep(at, end);
        return kept;
    }

    private void add(Stretch stretch) {
        stretches.add(stretch);
        Unusable.checkParts(stretches.size());
    }
}
