package dev.podium.media;

import dev.podium.content.Formats;
import dev.podium.content.Recognised;
import dev.podium.http.Problem;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Pictures, sounds and films that came inside a file, read and judged; nothing of them is kept yet. Not thread-safe. */
public final class Enclosed {
    /** By their hashes, in one order for all. */
    private final TreeMap<String, Recognised> files = new TreeMap<>();
    /** The small picture of a large one, by the hash of that. */
    private final Map<String, String> phones = new HashMap<>();

    private final Set<String> shown = new HashSet<>();

    /**
     * What was found.
     *
     * @param url where it will be served
     * @param kind image, audio or video
     */
    public record Found(String url, String kind) {}

    /** A file with its small picture, or alone. */
    record Upload(Recognised file, Optional<Recognised> phone) {
        StoredMedia media() {
            var media = of(file);
            return phone.map(small -> media.with(of(small))).orElse(media);
        }

        List<Recognised> files() {
            return phone.map(small -> List.of(file, small)).orElseGet(() -> List.of(file));
        }

        private static StoredMedia of(Recognised read) {
            return StoredMedia.of(read.bytes().hash(), read.type(), read.bytes().size());
        }
    }

    /** Takes what may be kept; empty for anything else. */
    public Optional<Found> add(byte[] file) {
        try {
            var read = Formats.read(ByteBuffer.wrap(file));
            add(read);
            var media = new Upload(read, Optional.empty()).media();
            return Optional.of(new Found(
                    media.url(), media.type().substring(0, media.type().indexOf('/'))));
        } catch (Problem.Refusal refused) {
            return Optional.empty();
        }
    }

    void add(Recognised read) {
        files.put(read.bytes().hash(), read);
    }

    /**
     * Says how something of it is used.
     *
     * @param phone the hash of what phones are shown instead; nullable
     */
    void use(String hash, String phone) {
        shown.add(hash);
        if (phone != null) phones.put(hash, phone);
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    List<Recognised> files() {
        return List.copyOf(files.values());
    }

    /** What is to stand on a shelf: a small picture beside its large one, and by itself only where it is used so. */
    List<Upload> uploads() {
        var uploads = new ArrayList<Upload>();
        var beside = new HashSet<String>();
        for (var hash : files.keySet())
            phone(hash).ifPresent(small -> beside.add(small.bytes().hash()));
        files.forEach((hash, file) -> {
            if (shown.contains(hash) || !beside.contains(hash)) uploads.add(new Upload(file, phone(hash)));
        });
        return uploads;
    }

    private Optional<Recognised> phone(String hash) {
        return Optional.ofNullable(phones.get(hash)).map(files::get).filter(Rendition::fits);
    }
}
