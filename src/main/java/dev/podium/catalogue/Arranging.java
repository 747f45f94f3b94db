package dev.podium.catalogue;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A host puts own quizzes into order, several at once: all of them, or none. Neither is a change of a quiz: its version and its time
 * stay. Any thread; results arrive on an event loop.
 */
@ApplicationScoped
class Arranging {
    /** Tags beyond these are found by searching. */
    private static final int TAGS_SHOWN = 200;

    private static final String CHOSEN = " WHERE owner_id = $1 AND id = ANY ($2) AND deleted_at IS ";

    private static final String COUNTS = """
            SELECT count(*) FILTER (WHERE deleted_at IS NULL) AS here, count(deleted_at) AS trash,
                   (SELECT count(*) FROM quiz_share s JOIN quiz q ON q.id = s.quiz_id
                    WHERE s.host_id = $1 AND q.deleted_at IS NULL) AS shared
            FROM quiz WHERE owner_id = $1""";

    private static final String TAGS = """
            SELECT tag AS name, count(*) AS quizzes FROM quiz, unnest(tags) AS tag
            WHERE owner_id = $1 AND deleted_at IS NULL
            GROUP BY tag ORDER BY quizzes DESC, tag LIMIT\s""" + TAGS_SHOWN;

    private final Pool pool;
    private final Folders folders;

    Arranging(Pool pool, Folders folders) {
        this.pool = pool;
        this.folders = folders;
    }

    /**
     * Where quizzes are, each with how many.
     *
     * @param folders in no order; a tree by their parents
     * @param tags the most used first
     */
    @RegisterForReflection
    @Schema(name = "LibraryPlaces")
    record Places(long all, long shared, long trash, List<Folder> folders, List<UsedTag> tags) {}

    @RegisterForReflection
    @Schema(name = "UsedTag")
    record UsedTag(String name, long quizzes) {}

    Future<Places> places(UUID host) {
        var counts = pool.preparedQuery(COUNTS).execute(Tuple.of(host));
        var tags = pool.preparedQuery(TAGS).execute(Tuple.of(host));
        var tree = folders.of(host);
        return Future.all(counts, tags, tree)
                .map(_ -> places(counts.result().iterator().next(), tags.result(), tree.result()));
    }

    private static Places places(Row counts, RowSet<Row> tags, List<Folder> folders) {
        return new Places(
                counts.getLong("here"),
                counts.getLong("shared"),
                counts.getLong("trash"),
                folders,
                tags.stream()
                        .map(row -> new UsedTag(row.getString("name"), row.getLong("quizzes")))
                        .toList());
    }

    /** @param folder null: out of any. Fails with a refusal, 422, when it is none of the host's */
    Future<Void> move(UUID host, Set<UUID> quizzes, UUID folder) {
        return pool.withTransaction(client -> folders.require(client, host, "folder", folder)
                .compose(_ -> client.preparedQuery("UPDATE quiz SET folder_id = $3" + CHOSEN + "NULL")
                        .execute(chosen(host, quizzes).addValue(folder)))
                .map(rows -> refuseUnless(rows.rowCount(), quizzes)));
    }

    Future<Void> tag(UUID host, Set<UUID> quizzes, List<String> add, List<String> remove) {
        return pool.withTransaction(client -> client.preparedQuery(
                        "SELECT id, tags FROM quiz" + CHOSEN + "NULL ORDER BY id FOR NO KEY UPDATE")
                .execute(chosen(host, quizzes))
                .compose(rows -> {
                    refuseUnless(rows.size(), quizzes);
                    return retag(client, rows, add, remove);
                }));
    }

    private static Future<Void> retag(SqlConnection client, RowSet<Row> rows, List<String> add, List<String> remove) {
        var changed = StreamSupport.stream(rows.spliterator(), false)
                .map(row -> Tuple.of(row.getUUID("id"), (Object)
                        Tags.changed(Arrays.asList(row.getArrayOfStrings("tags")), add, remove)
                                .toArray(String[]::new)))
                .toList();
        return client.preparedQuery("UPDATE quiz SET tags = $2 WHERE id = $1")
                .executeBatch(changed)
                .mapEmpty();
    }

    Future<Void> trash(UUID host, Set<UUID> quizzes) {
        return pool.withTransaction(
                client -> client.preparedQuery("UPDATE quiz SET deleted_at = clock_timestamp()" + CHOSEN + "NULL")
                        .execute(chosen(host, quizzes))
                        .map(rows -> refuseUnless(rows.rowCount(), quizzes)));
    }

    /** Fails with a refusal, 422, when the host would have too many. */
    Future<Void> restore(UUID host, Set<UUID> quizzes) {
        return pool.withTransaction(client -> Folders.alone(client, host)
                .compose(_ -> client.preparedQuery("UPDATE quiz SET deleted_at = NULL" + CHOSEN + "NOT NULL")
                        .execute(chosen(host, quizzes)))
                .map(rows -> refuseUnless(rows.rowCount(), quizzes))
                .compose(_ -> client.preparedQuery(
                                "SELECT count(*) AS n FROM quiz WHERE owner_id = $1 AND deleted_at IS NULL")
                        .execute(Tuple.of(host)))
                .map(rows -> {
                    if (rows.iterator().next().getLong("n") > Catalogue.MOST) {
                        throw Problem.invalid(
                                        "quizzes",
                                        Code.TOO_MANY,
                                        "At most " + Catalogue.MOST + " quizzes are possible.")
                                .refusal();
                    }
                    return null;
                }));
    }

    Future<Void> erase(UUID host, Set<UUID> quizzes) {
        return pool.withTransaction(client -> client.preparedQuery("DELETE FROM quiz" + CHOSEN + "NOT NULL")
                .execute(chosen(host, quizzes))
                .map(rows -> refuseUnless(rows.rowCount(), quizzes)));
    }

    Future<Void> empty(UUID host) {
        return pool.preparedQuery("DELETE FROM quiz WHERE owner_id = $1 AND deleted_at IS NOT NULL")
                .execute(Tuple.of(host))
                .mapEmpty();
    }

    private static Tuple chosen(UUID host, Set<UUID> quizzes) {
        return Tuple.of(host, (Object) quizzes.toArray(UUID[]::new));
    }

    private static Void refuseUnless(int found, Set<UUID> asked) {
        if (found < asked.size()) throw Problem.notFound("quiz").refusal();
        return null;
    }
}
