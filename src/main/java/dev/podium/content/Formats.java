package dev.podium.content;

import dev.podium.http.Problem;
import java.nio.ByteBuffer;

/** Tells a file by its first bytes, whatever it is called. */
public final class Formats {
    private Formats() {}

    /** @throws Problem.Refusal 422 for what is none that is kept, is broken off, or unpacks to too much */
    public static Recognised read(ByteBuffer sent) {
        if (Bytes.begins(sent, 0, Png.SIGNATURE)) return new Recognised("image/png", Png.bare(sent));
        if (Bytes.begins(sent, 0, "\u00ff\u00d8\u00ff")) return new Recognised("image/jpeg", Jpeg.bare(sent));
        if (Bytes.begins(sent, 0, "GIF87a") || Bytes.begins(sent, 0, "GIF89a"))
            return new Recognised("image/gif", Gif.bare(sent));
        if (Bytes.begins(sent, 0, "RIFF") && Bytes.begins(sent, 8, "WEBP"))
            return new Recognised("image/webp", WebP.bare(sent));
        if (Bytes.begins(sent, 0, "RIFF") && Bytes.begins(sent, 8, "WAVE"))
            return new Recognised("audio/wav", Wav.bare(sent));
        if (Bytes.begins(sent, 0, "ID3") || Mp3.frame(sent, 0) > 0) return new Recognised("audio/mpeg", Mp3.bare(sent));
        if (Bytes.begins(sent, 4, "ftyp"))
            return Avif.isOne(sent) ? new Recognised("image/avif", Avif.bare(sent)) : Mp4.read(sent);
        if (Bytes.begins(sent, 0, "OggS")) return Ogg.read(sent);
        if (Bytes.begins(sent, 0, WebM.SIGNATURE)) return WebM.read(sent);
        throw Unusable.unknown();
    }

    /** How names of such files end. */
    public static String ending(String type) {
        return switch (type) {
            case "image/jpeg" -> "jpg";
            case "audio/mpeg" -> "mp3";
            case "audio/mp4" -> "m4a";
            case "audio/webm" -> "weba";
            default -> type.substring(type.indexOf('/') + 1);
        };
    }
}
