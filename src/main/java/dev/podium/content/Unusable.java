package dev.podium.content;

import dev.podium.http.Code;
import dev.podium.http.Problem;

/** Why a file cannot be kept, whatever its format. */
final class Unusable {
    /** The most pixels that a phone is asked to unpack: 160 MB of them. */
    private static final long MAX_PIXELS = 40_000_000;
    /** Far more than any program writes, and little to remember. */
    private static final int MAX_PARTS = 100_000;

    private Unusable() {}

    static Problem.Refusal unknown() {
        return Problem.invalid(
                        "file",
                        Code.UNKNOWN,
                        "PNG, JPEG, GIF, WebP, AVIF, MP3, WAV, M4A with AAC, Ogg with Opus or Vorbis, MP4 with H.264 and"
                                + " WebM are possible.")
                .refusal();
    }

    static Problem.Refusal broken() {
        return Problem.invalid("file", Code.INVALID, "The file is damaged or broken off.")
                .refusal();
    }

    /** @param parts chunks, boxes or stretches that are remembered of one file */
    static void checkParts(int parts) {
        if (parts > MAX_PARTS) {
            throw Problem.invalid("file", Code.TOO_MANY, "The file has too many parts.")
                    .refusal();
        }
    }

    static void checkSize(long width, long height) {
        if (width < 1 || height < 1) throw broken();
        if (width > MAX_PIXELS / height) {
            throw Problem.invalid("file", Code.OUT_OF_RANGE, "At most 40 million pixels are possible.")
                    .refusal();
        }
    }
}
