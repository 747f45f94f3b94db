package dev.podium.media;

import dev.podium.content.Recognised;

/** A small picture for phones beside the whole one. */
final class Rendition {
    /** What a slow line brings in the seconds before a question opens. */
    static final int LARGEST_BYTES = 60_000;

    private Rendition() {}

    static boolean fits(Recognised read) {
        return read.type().startsWith("image/") && read.bytes().size() <= LARGEST_BYTES;
    }
}
