package dev.podium.media;

import dev.podium.content.Formats;
import dev.podium.content.Recognised;
import dev.podium.http.Code;
import dev.podium.http.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads what {@link Archives} wrote. Names are looked up and never written to a disk; what is unpacked has a bound. */
final class Unzipped {
    private static final int SIGNATURE = 0x504b0304;
    /** What quizzes of full length, each choice a picture, have; and somewhat more. */
    private static final int MAX_ENTRIES = 10_000;

    private static final int MAX_QUIZ = 2 * 1024 * 1024;
    private static final Pattern OUTSIDE = Pattern.compile("(?s)[/\\\\].*|.*:.*|(.*[/\\\\])?\\.\\.([/\\\\].*)?");
    private static final Pattern MEDIA = Pattern.compile("media/([0-9a-f]{64})\\.[a-z0-9]{1,5}");

    private final ZipFile zip;
    private final long largest;
    /** Bytes that may still be unpacked. */
    private long left;

    private Unzipped(ZipFile zip, long largest, long most) {
        this.zip = zip;
        this.largest = largest;
        this.left = most;
    }

    /**
     * @param largest bytes of one of the media
     * @param most bytes of all that is unpacked
     * @return empty when it is another program's
     */
    static Optional<Archive> read(Path file, long largest, long most) {
        if (!isZip(file)) return Optional.empty();
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.getEntry(Archive.QUIZ) == null) return Optional.empty();
            return Optional.of(new Unzipped(zip, largest, most).read());
        } catch (ZipException | IllegalArgumentException e) {
            throw broken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isZip(Path file) {
        try (var channel = FileChannel.open(file)) {
            var begin = ByteBuffer.allocate(4);
            return channel.read(begin) == 4 && begin.getInt(0) == SIGNATURE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Archive read() throws IOException {
        var entries = entries();
        var quiz = text(zip.getEntry(Archive.QUIZ));
        var media = new Enclosed();
        for (var hash : Archive.named(quiz)) {
            var entry = entries.get(hash);
            if (entry == null) continue;
            var read = media(entry);
            media.add(read);
            // Another program may have named it by other bytes.
            quiz = quiz.replace("/media/" + hash, "/media/" + read.bytes().hash());
        }
        return new Archive(quiz, media);
    }

    /** Media by the hash that names them. */
    private Map<String, ZipEntry> entries() {
        if (zip.size() > MAX_ENTRIES) throw refused(Code.TOO_MANY, "The archive has too many files.");
        var entries = new HashMap<String, ZipEntry>();
        zip.stream().forEach(entry -> {
            if (OUTSIDE.matcher(entry.getName()).matches())
                throw refused(Code.NOT_ALLOWED, "The archive has a name that leads out of it.");
            var media = MEDIA.matcher(entry.getName());
            if (media.matches()) entries.put(media.group(1), entry);
        });
        return entries;
    }

    private String text(ZipEntry entry) throws IOException {
        try (var in = zip.getInputStream(entry)) {
            var text = in.readNBytes(MAX_QUIZ + 1);
            if (text.length > MAX_QUIZ) throw tooLarge(MAX_QUIZ);
            return new String(text, StandardCharsets.UTF_8);
        }
    }

    private Recognised media(ZipEntry entry) throws IOException {
        try {
            return Formats.read(unpack(entry));
        } catch (Problem.Refusal refusal) {
            var reason = refusal.problem().errors().stream().findFirst();
            if (reason.isEmpty()) throw refusal;
            throw refused(
                    reason.get().code(), entry.getName() + ": " + reason.get().message());
        }
    }

    /** To the disk, where it is let go with the buffer. */
    private ByteBuffer unpack(ZipEntry entry) throws IOException {
        var file = Files.createTempFile("podium-media", null);
        try (var in = zip.getInputStream(entry);
                var channel = FileChannel.open(
                        file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            long most = Math.min(largest, left);
            long size = channel.transferFrom(Channels.newChannel(in), 0, most + 1);
            if (size > most) throw tooLarge(size > largest ? largest : left);
            left -= size;
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Problem.Refusal broken() {
        return refused(Code.INVALID, "The archive is damaged or broken off.");
    }

    private static Problem.Refusal tooLarge(long most) {
        return Problem.tooLarge("Unpacked, at most %d MiB are possible.".formatted(most >> 20))
                .refusal();
    }

    private static Problem.Refusal refused(Code code, String message) {
        return Problem.invalid("file", code, message).refusal();
    }
}
