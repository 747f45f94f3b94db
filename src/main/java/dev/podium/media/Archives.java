package dev.podium.media;

import dev.podium.configuration.Configuration;
import dev.podium.content.Formats;
import dev.podium.http.Async;
import dev.podium.http.Problem;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A quiz and its media as one zip, which comes back byte for byte: {@code quiz.json}, and under {@code media/} each file by its
 * hash. All of it waits: for virtual and worker threads only.
 */
@ApplicationScoped
public class Archives {
    /** The same quiz gives the same bytes at any time. */
    private static final LocalDateTime WRITTEN = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Media media;
    private final Pieces pieces;
    private final long largest;
    private final long most;

    Archives(Media media, Pieces pieces, Configuration settings) {
        this.media = media;
        this.pieces = pieces;
        this.largest = settings.media().largest();
        this.most = settings.media().largestArchive();
    }

    /** Writes as it reads, a piece at a time; what is not stored any more is left out. */
    public void write(byte[] quiz, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        begin(zip, Archive.QUIZ, Deflater.DEFAULT_COMPRESSION);
        zip.write(quiz);
        for (var hash : Archive.named(new String(quiz, StandardCharsets.UTF_8))) {
            var stored = find(hash);
            if (stored.isEmpty()) continue;
            // Packed already.
            begin(zip, "media/" + fileName(stored.get()), Deflater.NO_COMPRESSION);
            for (int n = 0; (long) n * Media.CHUNK < stored.get().size(); n++) {
                zip.write(Async.await(pieces.once(hash, n)).getBytes());
            }
        }
        zip.finish();
    }

    /**
     * @return empty when the file is no such zip
     * @throws Problem.Refusal 413 or 422 when it is one that cannot be taken
     */
    public Optional<Archive> read(Path file) {
        return Unzipped.read(file, largest, most);
    }

    /**
     * Keeps all media of a file for a host, and makes what uses them; when that fails, the host's shelf is as it was.
     *
     * @throws Problem.Refusal 413 beyond the host's quota, with nothing kept
     */
    public <T> T keep(UUID host, Enclosed enclosed, Supplier<T> make) {
        if (enclosed.isEmpty()) return make.get();
        var shelved = Async.await(media.keep(host, enclosed));
        try {
            return make.get();
        } catch (RuntimeException refused) {
            Async.await(media.unshelve(host, shelved));
            throw refused;
        }
    }

    /** What is stored under an address; empty where that is none of ours, or nothing is. */
    public Optional<StoredMedia> at(String url) {
        return Archive.named(url).stream().findFirst().flatMap(this::find);
    }

    /** As a file is called that nobody has named. */
    public static String fileName(StoredMedia stored) {
        return stored.hash() + "." + Formats.ending(stored.type());
    }

    /** All of it, in memory: for what is small. */
    public byte[] bytes(StoredMedia stored) {
        var all = Buffer.buffer();
        for (int n = 0; (long) n * Media.CHUNK < stored.size(); n++)
            all.appendBuffer(Async.await(pieces.once(stored.hash(), n)));
        return all.getBytes();
    }

    private Optional<StoredMedia> find(String hash) {
        try {
            return Optional.of(Async.await(pieces.head(hash)));
        } catch (Problem.Refusal gone) {
            return Optional.empty();
        }
    }

    private static void begin(ZipOutputStream zip, String name, int level) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(WRITTEN);
        zip.setLevel(level);
        zip.putNextEntry(entry);
    }
}
