package dev.podium.media;

import dev.podium.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps what hosts upload: the same bytes once, whole or not at all. Any thread; results arrive on an event loop. */
@ApplicationScoped
public class Media {
    static final int CHUNK = 256 * 1024;

    private final Pool pool;
    private final long quota;

    Media(Pool pool, @ConfigProperty(name = "podium.media.quota") long quota) {
        this.pool = pool;
        this.quota = quota;
    }

    /**
     * Keeps a file for a host, without its metadata; the same one again is no other.
     *
     * @throws Problem.Refusal at once, 422 for what cannot be kept; the future fails with 413 beyond the host's quota
     */
    public Future<StoredMedia> store(UUID host, byte[] bytes) {
        var picture = Picture.read(bytes);
        var media = StoredMedia.of(hash(picture.bytes()), picture.type(), picture.bytes().length);
        return pool.withTransaction(
                connection -> keep(connection, host, media, picture.bytes()).map(media));
    }

    Future<Optional<StoredMedia>> find(String hash) {
        return pool.preparedQuery("SELECT type, size FROM media WHERE hash = $1")
                .execute(Tuple.of(hash))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> StoredMedia.of(hash, row.getString("type"), row.getLong("size"))));
    }

    /** One piece; the future fails when it is not there. */
    Future<Buffer> chunk(String hash, int n) {
        return pool.preparedQuery("SELECT bytes FROM media_chunk WHERE hash = $1 AND n = $2")
                .execute(Tuple.of(hash, n))
                .map(rows -> rows.iterator().next().getBuffer("bytes"));
    }

    /** The host's row is locked, so that two uploads at once do not pass one quota together. */
    private Future<Void> keep(SqlConnection connection, UUID host, StoredMedia media, byte[] bytes) {
        return connection
                .preparedQuery("SELECT FROM host WHERE id = $1 FOR NO KEY UPDATE")
                .execute(Tuple.of(host))
                .compose(_ -> connection.preparedQuery("""
                                SELECT coalesce(sum(m.size), 0)::bigint AS used
                                FROM media_host h JOIN media m USING (hash) WHERE h.host_id = $1 AND h.hash <> $2""").execute(Tuple.of(host, media.hash())))
                .compose(rows -> rows.iterator().next().getLong("used") + media.size() > quota
                        ? Future.failedFuture(Problem.tooLarge("The host's place for media is used up.")
                                .refusal())
                        : connection
                                .preparedQuery(
                                        "INSERT INTO media (hash, type, size) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
                                .execute(Tuple.of(media.hash(), media.type(), media.size())))
                .compose(rows ->
                        rows.rowCount() == 0 ? Future.succeededFuture() : write(connection, media.hash(), bytes, 0))
                .compose(_ -> connection
                        .preparedQuery("INSERT INTO media_host (host_id, hash) VALUES ($1, $2) ON CONFLICT DO NOTHING")
                        .execute(Tuple.of(host, media.hash())))
                .mapEmpty();
    }

    private static Future<Void> write(SqlConnection connection, String hash, byte[] bytes, int n) {
        int from = n * CHUNK;
        if (from >= bytes.length) return Future.succeededFuture();
        var piece = Buffer.buffer(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + CHUNK)));
        return connection
                .preparedQuery("INSERT INTO media_chunk (hash, n, bytes) VALUES ($1, $2, $3)")
                .execute(Tuple.of(hash, n, piece))
                .compose(_ -> write(connection, hash, bytes, n + 1));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
