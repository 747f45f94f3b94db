package dev.podium.media;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Tells a file by its first bytes, whatever it is called. */
final class Formats {
    private Formats() {}

    /**
     * @param type its media type
     * @param bytes without metadata, and ending where the format says
     */
    record Read(String type, Kept bytes) {}

    /** @throws Problem.Refusal 422 for what is none that is kept, is broken off, or unpacks to too much */
    static Read read(ByteBuffer sent) {
        if (begins(sent, 0, Png.SIGNATURE)) return new Read("image/png", Png.bare(sent));
        if (begins(sent, 0, "\u00ff\u00d8\u00ff")) return new Read("image/jpeg", Jpeg.bare(sent));
        if (begins(sent, 0, "GIF87a") || begins(sent, 0, "GIF89a")) return new Read("image/gif", Gif.bare(sent));
        if (begins(sent, 0, "RIFF") && begins(sent, 8, "WEBP")) return new Read("image/webp", WebP.bare(sent));
        if (begins(sent, 0, "RIFF") && begins(sent, 8, "WAVE")) return new Read("audio/wav", Wav.bare(sent));
        if (begins(sent, 0, "ID3") || Mp3.frame(sent, 0) > 0) return new Read("audio/mpeg", Mp3.bare(sent));
        if (begins(sent, 4, "ftyp")) return Avif.isOne(sent) ? new Read("image/avif", Avif.bare(sent)) : Mp4.read(sent);
        if (begins(sent, 0, "OggS")) return Ogg.read(sent);
        if (begins(sent, 0, WebM.SIGNATURE)) return WebM.read(sent);
        throw unknown();
    }

    static Problem.Refusal unknown() {
        return Problem.invalid(
                        "file",
                        Code.UNKNOWN,
                        "PNG, JPEG, GIF, WebP, AVIF, MP3, WAV, M4A with AAC, Ogg with Opus or Vorbis,"
                                + " MP4 with H.264 and WebM are possible.")
                .refusal();
    }

    /** @param word its characters are bytes */
    static boolean begins(ByteBuffer sent, int at, String word) {
        return at >= 0
                && at + word.length() <= sent.limit()
                && StandardCharsets.ISO_8859_1
                        .decode(sent.slice(at, word.length()))
                        .toString()
                        .equals(word);
    }
}
