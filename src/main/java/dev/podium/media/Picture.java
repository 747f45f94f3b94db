package dev.podium.media;

import dev.podium.http.Code;
import dev.podium.http.Problem;

/** A picture that may be kept: without metadata, and ending where its format says. */
record Picture(String type, byte[] bytes) {
    /** The most pixels that a phone is asked to unpack: 160 MB of them. */
    private static final long MAX_PIXELS = 40_000_000;

    /** @throws Problem.Refusal 422 for what is no picture, is broken off, or unpacks to too much */
    static Picture read(byte[] sent) {
        if (Png.is(sent)) return new Picture("image/png", Png.bare(sent));
        if (Jpeg.is(sent)) return new Picture("image/jpeg", Jpeg.bare(sent));
        throw Problem.invalid("file", Code.UNKNOWN, "PNG and JPEG are possible.")
                .refusal();
    }

    static Problem.Refusal broken() {
        return Problem.invalid("file", Code.INVALID, "The picture is damaged or broken off.")
                .refusal();
    }

    static void checkSize(long width, long height) {
        if (width < 1 || height < 1) throw broken();
        if (width > MAX_PIXELS / height) {
            throw Problem.invalid("file", Code.OUT_OF_RANGE, "At most 40 million pixels are possible.")
                    .refusal();
        }
    }
}
