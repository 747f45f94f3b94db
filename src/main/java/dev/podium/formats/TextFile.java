package dev.podium.formats;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A text that came as a file. */
public final class TextFile {
    private static final char BOM = '\uFEFF';

    /** What Windows-1252 has at 0x80 to 0x9F; elsewhere it is Latin-1. A table, so that a native image needs no further charsets. */
    private static final String WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private TextFile() {}

    /** Without its byte order mark. UTF-16 has to have one; what is no UTF-8 is Windows-1252, as old Excels write. */
    public static String read(byte[] file) {
        var charset = begins(file, 0xFF, 0xFE)
                ? StandardCharsets.UTF_16LE
                : begins(file, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
        try {
            var text = strict(charset, file);
            return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return windows(file);
        }
    }

    private static String strict(Charset charset, byte[] file) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    }

    private static String windows(byte[] file) {
        var text = new StringBuilder(file.length);
        for (var b : file) {
            var c = Byte.toUnsignedInt(b);
            text.append(c >= 0x80 && c < 0xA0 ? WINDOWS.charAt(c - 0x80) : (char) c);
        }
        return text.toString();
    }

    private static boolean begins(byte[] file, int first, int second) {
        return file.length >= 2 && file[0] == (byte) first && file[1] == (byte) second;
    }
}
