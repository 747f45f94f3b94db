package dev.podium.media;

import dev.podium.http.Code;
import dev.podium.http.Problem;

/** A picture that may be kept: without metadata, and ending where its format says. */
record Picture(String type, byte[] bytes) {
    /** @throws Problem.Refusal 422 for what is no picture, is broken off, or unpacks to too much */
    static Picture read(byte[] sent) {
        if (Png.is(sent)) return new Picture("image/png", Png.bare(sent));
        if (Jpeg.is(sent)) return new Picture("image/jpeg", Jpeg.bare(sent));
        throw Problem.invalid("file", Code.UNKNOWN, "PNG and JPEG are possible.")
                .refusal();
    }
}
