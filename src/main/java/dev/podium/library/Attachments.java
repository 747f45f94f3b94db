package dev.podium.library;

import dev.podium.formats.Attached;
import dev.podium.media.Archives;
import dev.podium.media.StoredMedia;
import java.util.Optional;
import java.util.function.Function;

/** Pictures for one file that holds them inside; beyond what such a file may hold when it comes back, they stay out. */
final class Attachments implements Function<String, Optional<Attached>> {
    /** As base64 three bytes take four; a quarter is left for what a quiz says. */
    private static final long MOST_BYTES = FileResource.MAX_XML_BYTES / 16 * 9;

    private final Archives archives;
    private final boolean read;
    private long left = MOST_BYTES;

    /** @param read false where only which of them there are is wanted */
    Attachments(Archives archives, boolean read) {
        this.archives = archives;
        this.read = read;
    }

    @Override
    public Optional<Attached> apply(String url) {
        return archives.at(url)
                .filter(stored -> stored.type().startsWith("image/") && stored.size() <= left)
                .map(this::taken);
    }

    private Attached taken(StoredMedia stored) {
        left -= stored.size();
        return new Attached(Archives.fileName(stored), read ? archives.bytes(stored) : new byte[0]);
    }
}
