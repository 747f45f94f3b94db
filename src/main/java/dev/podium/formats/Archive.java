package dev.podium.formats;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** A zip that nobody vouches for. */
final class Archive {
    private static final long MAX_UNPACKED = 64L * 1024 * 1024;
    private static final int MAX_ENTRIES = 1_000;

    private Archive() {}

    /**
     * What is in it. All of it is unpacked once, into nothing: what an entry says of its size need not be true.
     *
     * @throws Problem.Refusal 413 when it unpacks to more than 64 MiB or 1,000 entries, 422 when it is broken
     */
    static Set<String> names(byte[] file) {
        var names = new HashSet<String>();
        var left = MAX_UNPACKED;
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            var buffer = new byte[8_192];
            for (var entry : Collections.list(zip.getEntries())) {
                names.add(entry.getName());
                if (names.size() > MAX_ENTRIES) throw tooLarge();
                try (var content = zip.getInputStream(entry)) {
                    for (var n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                        left -= n;
                        if (left < 0) throw tooLarge();
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Problem.invalid("file", Code.INVALID, "This archive cannot be read.")
                    .refusal();
        }
        return names;
    }

    private static RuntimeException tooLarge() {
        return Problem.tooLarge("An archive may unpack to 64 MiB and 1,000 files at most.")
                .refusal();
    }
}
