package dev.podium.content;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Colour profiles: written anew of the tags that tell colours, since the others tell of devices and people. */
final class Icc {
    /** Profiles of printers have half a mebibyte. */
    static final int MOST = 1024 * 1024;

    private static final Set<String> COLOURS = Set.of(
            "wtpt", "bkpt", "chad", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC", "kTRC", "A2B0", "A2B1", "A2B2",
            "B2A0", "B2A1", "B2A2", "gamt", "cicp");
    private static final int HEAD = 128;
    private static final int ENTRY = 12;
    /** In the head: its size, the maker of the program, when it was made, and who made the device. */
    private static final int[][] BLANK = {{4, 8}, {24, 36}, {40, 44}, {48, 64}, {80, HEAD}};

    private Icc() {}

    /** The body of PNG's iCCP; empty when it is no profile, or too large a one. */
    static Optional<byte[]> packed(ByteBuffer body) {
        int name = 0;
        while (name < body.limit() && body.get(name) != 0) name++;
        if (name + 2 > body.limit()) return Optional.empty();
        return unpack(body.slice(name + 2, body.limit() - name - 2))
                .flatMap(Icc::bare)
                .map(Icc::pack);
    }

    /** The profile without words; empty when it is none. */
    static Optional<byte[]> bare(byte[] profile) {
        var in = ByteBuffer.wrap(profile);
        if (profile.length < HEAD + 4 || !Bytes.begins(in, 36, "acsp")) return Optional.empty();
        int count = in.getInt(HEAD);
        if (count < 1 || count > 100 || HEAD + 4 + count * ENTRY > profile.length) return Optional.empty();
        var tags = new TreeMap<String, byte[]>();
        for (int n = 0; n < count; n++) {
            int at = HEAD + 4 + n * ENTRY;
            var tag = StandardCharsets.ISO_8859_1.decode(in.slice(at, 4)).toString();
            int from = in.getInt(at + 4);
            int length = in.getInt(at + 8);
            if (from < HEAD || length < 0 || length > profile.length - from) return Optional.empty();
            if (COLOURS.contains(tag)) tags.put(tag, Arrays.copyOfRange(profile, from, from + length));
        }
        // Every profile has these two.
        tags.put("desc", description());
        tags.put("cprt", "text\0\0\0\0-\0".getBytes(StandardCharsets.ISO_8859_1));
        return Optional.of(write(profile, tags));
    }

    private static byte[] write(byte[] profile, TreeMap<String, byte[]> tags) {
        int body = HEAD + 4 + tags.size() * ENTRY;
        // Curves of several colours are often the same.
        var places = new LinkedHashMap<ByteBuffer, Integer>();
        int size = body;
        for (var tag : tags.values()) {
            if (places.putIfAbsent(ByteBuffer.wrap(tag), size) == null) size += aligned(tag.length);
        }
        var out = ByteBuffer.allocate(size).put(profile, 0, HEAD);
        for (var blank : BLANK) Arrays.fill(out.array(), blank[0], blank[1], (byte) 0);
        out.putInt(0, size).putInt(tags.size());
        for (var tag : tags.entrySet()) {
            out.put(tag.getKey().getBytes(StandardCharsets.ISO_8859_1))
                    .putInt(places.get(ByteBuffer.wrap(tag.getValue())))
                    .putInt(tag.getValue().length);
        }
        places.forEach((tag, at) -> out.put(at, tag.array()));
        return out.array();
    }

    private static int aligned(int length) {
        return length + 3 & ~3;
    }

    /** A textDescriptionType that says "c". */
    private static byte[] description() {
        var tag = new byte[92];
        ByteBuffer.wrap(tag).put("desc\0\0\0\0\0\0\0\2c".getBytes(StandardCharsets.ISO_8859_1));
        return tag;
    }

    private static Optional<byte[]> unpack(ByteBuffer packed) {
        try (var inflater = new Inflater()) {
            inflater.setInput(packed);
            var profile = new byte[MOST];
            int size = 0;
            while (!inflater.finished() && size < MOST) {
                int read = inflater.inflate(profile, size, MOST - size);
                if (read == 0) break;
                size += read;
            }
            return inflater.finished() ? Optional.of(Arrays.copyOf(profile, size)) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }

    /** Behind a name that says nothing, and the only way of packing there is. */
    private static byte[] pack(byte[] profile) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'c', 0, 0});
        var buffer = new byte[8192];
        try (var deflater = new Deflater()) {
            deflater.setInput(profile);
            deflater.finish();
            while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
        }
        return out.toByteArray();
    }
}
