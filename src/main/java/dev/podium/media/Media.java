package dev.podium.media;

import static java.util.Comparator.comparing;

import dev.podium.configuration.Configuration;
import dev.podium.content.Formats;
import dev.podium.content.Kept;
import dev.podium.content.Recognised;
import dev.podium.http.Code;
import dev.podium.http.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Keeps what hosts upload: the same bytes once, whole or not at all. Any thread; results arrive on an event loop. */
@ApplicationScoped
public class Media {
    static final int CHUNK = 256 * 1024;

    /** What is on the shelf again, or still, is wanted: it waits as long as what is new. */
    private static final String KEEP = """
            INSERT INTO media (hash, type, size) VALUES ($1, $2, $3)
            ON CONFLICT (hash) DO UPDATE SET unused_since = clock_timestamp() WHERE media.unused_since IS NOT NULL
            """;

    /** In bytes, renditions too; but for {@code $2}, what is being uploaded again. */
    static final String USED = """
            SELECT coalesce(sum(m.size + coalesce(p.size, 0)), 0)::bigint AS used
            FROM media_host h JOIN media m USING (hash) LEFT JOIN media p ON p.hash = h.phone
            WHERE h.host_id = $1 AND h.hash <> $2
            """;

    /** One that is uploaded again without its rendition still has it. */
    private static final String SHELVE = """
            INSERT INTO media_host (host_id, hash, phone) VALUES ($1, $2, $3)
            ON CONFLICT (host_id, hash) DO UPDATE SET phone = coalesce(excluded.phone, media_host.phone)
            RETURNING xmax = 0 AS is_new
            """;

    private static final String ENOUGH = "The host's place for media is used up.";

    private final Pool pool;
    private final long quota;

    Media(Pool pool, Configuration settings) {
        this.pool = pool;
        this.quota = settings.media().quota();
    }

    /**
     * Keeps a file for a host, without its metadata; the same one again is no other. Reads all of it: for threads that may wait.
     *
     * @param sent not to be changed until the future is complete
     * @throws Problem.Refusal at once, 422 for what cannot be kept; the future fails with 413 beyond the host's quota
     */
    public Future<StoredMedia> store(UUID host, ByteBuffer sent) {
        var read = Formats.read(sent);
        return inOneGo(host, media(read), List.of(read));
    }

    /**
     * The same, with a small picture of it for phones.
     *
     * @throws Problem.Refusal also for a small picture that is none, or is larger than {@value Rendition#LARGEST_BYTES} bytes
     */
    Future<StoredMedia> store(UUID host, ByteBuffer sent, ByteBuffer small) {
        var phone = Formats.read(small);
        if (!Rendition.fits(phone)) {
            throw Problem.invalid("phone", Code.OUT_OF_RANGE, "A picture of at most 60 kB is expected.")
                    .refusal();
        }
        var read = Formats.read(sent);
        return inOneGo(host, media(read).with(media(phone)), List.of(read, phone));
    }

    private Future<StoredMedia> inOneGo(UUID host, StoredMedia media, List<Recognised> files) {
        return pool.withTransaction(
                connection -> keep(connection, host, media, files).map(media));
    }

    /** Keeps several, all or none. Gives the hashes of those that were not on the host's shelf. */
    Future<List<String>> keep(UUID host, Enclosed enclosed) {
        return pool.withTransaction(connection -> {
            var shelved = new ArrayList<String>();
            // All files first, in one order: of two hosts with the same ones none waits for the other.
            Future<Void> kept = lock(connection, host).compose(_ -> keepAll(connection, enclosed.files()));
            for (var upload : enclosed.uploads()) {
                kept = kept.compose(_ -> keep(connection, host, upload.media(), upload.files()))
                        .onSuccess(isNew -> {
                            if (isNew) shelved.add(upload.media().hash());
                        })
                        .mapEmpty();
            }
            return kept.map(shelved);
        });
    }

    /** Takes from a shelf what has just been put there, and is not used. */
    Future<Void> unshelve(UUID host, List<String> hashes) {
        return pool.preparedQuery("DELETE FROM media_host WHERE host_id = $1 AND hash = ANY ($2)")
                .execute(Tuple.of(host, (Object) hashes.toArray(String[]::new)))
                .mapEmpty();
    }

    private static StoredMedia media(Recognised read) {
        return StoredMedia.of(read.bytes().hash(), read.type(), read.bytes().size());
    }

    /**
     * Whether it is new on the host's shelf. The host's row is locked, so that two uploads at once do not pass one quota together.
     *
     * @param files the upload, and its rendition if it has one
     */
    private Future<Boolean> keep(SqlConnection connection, UUID host, StoredMedia media, List<Recognised> files) {
        long size = files.stream().mapToLong(file -> file.bytes().size()).sum();
        var phone = media.phone() == null ? null : media.phone().hash();
        return lock(connection, host)
                .compose(_ -> connection.preparedQuery(USED).execute(Tuple.of(host, media.hash())))
                .compose(rows -> rows.iterator().next().getLong("used") + size > quota
                        ? Future.failedFuture(
                                Problem.tooLarge(ENOUGH).coded(Problem.QUOTA).refusal())
                        : keepAll(connection, files))
                .compose(_ -> connection.preparedQuery(SHELVE).execute(Tuple.of(host, media.hash(), phone)))
                .map(rows -> rows.iterator().next().getBoolean("is_new"));
    }

    private static Future<Void> lock(SqlConnection connection, UUID host) {
        return connection
                .preparedQuery("SELECT FROM host WHERE id = $1 FOR NO KEY UPDATE")
                .execute(Tuple.of(host))
                .mapEmpty();
    }

    private static Future<Void> keepAll(SqlConnection connection, List<Recognised> files) {
        Future<Void> kept = Future.succeededFuture();
        for (var file :
                files.stream().sorted(comparing(it -> it.bytes().hash())).toList()) {
            kept = kept.compose(_ -> keep(connection, media(file), file.bytes()));
        }
        return kept;
    }

    private static Future<Void> keep(SqlConnection connection, StoredMedia media, Kept bytes) {
        return connection
                .preparedQuery(KEEP)
                .execute(Tuple.of(media.hash(), media.type(), media.size()))
                .compose(_ -> connection
                        .preparedQuery("SELECT FROM media_chunk WHERE hash = $1 AND n = 0")
                        .execute(Tuple.of(media.hash())))
                .compose(
                        rows -> rows.size() > 0 ? Future.succeededFuture() : write(connection, media.hash(), bytes, 0));
    }

    private static Future<Void> write(SqlConnection connection, String hash, Kept bytes, int n) {
        int from = n * CHUNK;
        if (from >= bytes.size()) return Future.succeededFuture();
        return connection
                .preparedQuery("INSERT INTO media_chunk (hash, n, bytes) VALUES ($1, $2, $3)")
                .execute(Tuple.of(hash, n, bytes.piece(from, CHUNK)))
                .compose(_ -> write(connection, hash, bytes, n + 1));
    }
}
