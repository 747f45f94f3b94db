package dev.podium.media;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A file that is kept.
 *
 * @param hash SHA-256 of what is kept, in hexadecimal digits
 * @param url where it is served, to be written into a question
 * @param type its media type
 * @param size in bytes
 * @param phone a small picture of the same for phones, or null
 */
@RegisterForReflection
public record StoredMedia(String hash, String url, String type, long size, StoredMedia phone) {
    static StoredMedia of(String hash, String type, long size) {
        return new StoredMedia(hash, "/media/" + hash, type, size, null);
    }

    StoredMedia with(StoredMedia rendition) {
        return new StoredMedia(hash, url, type, size, rendition);
    }
}
