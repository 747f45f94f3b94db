package dev.podium.catalogue;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** A host's folders, a tree. Any thread; results arrive on an event loop. */
@ApplicationScoped
class Folders {
    /** Of one host. */
    static final int MOST = 200;

    private static final String SELECT = """
            SELECT id, parent_id, name,
                   (SELECT count(*) FROM quiz q WHERE q.folder_id = f.id AND q.deleted_at IS NULL) AS quizzes
            FROM quiz_folder f WHERE owner_id = $1 ORDER BY folded(name), id""";

    private final Pool pool;

    Folders(Pool pool) {
        this.pool = pool;
    }

    /** By name. */
    Future<List<Folder>> of(UUID host) {
        return of(pool, host);
    }

    private static Future<List<Folder>> of(SqlClient client, UUID host) {
        return client.preparedQuery(SELECT)
                .execute(Tuple.of(host))
                .map(rows -> rows.stream()
                        .map(row -> new Folder(
                                row.getUUID("id"),
                                row.getUUID("parent_id"),
                                row.getString("name"),
                                row.getLong("quizzes")))
                        .toList());
    }

    /** Fails with a refusal, 422, when there are too many, or the place is none. */
    Future<Folder> create(UUID host, String name, UUID parent) {
        var folder = new Folder(UUID.randomUUID(), parent, name, 0);
        return pool.withTransaction(client -> alone(client, host)
                .compose(_ -> of(client, host))
                .compose(all -> {
                    if (all.size() >= MOST) {
                        throw Problem.invalid("", Code.TOO_MANY, "At most " + MOST + " folders are possible.")
                                .refusal();
                    }
                    Tree.of(all).refuse(folder.id(), parent);
                    return client.preparedQuery(
                                    "INSERT INTO quiz_folder (id, owner_id, parent_id, name) VALUES ($1, $2, $3, $4)")
                            .execute(Tuple.of(folder.id(), host, parent, name));
                })
                .map(folder));
    }

    /** Another name, another place, or both. Fails with a refusal: 404, or 422 where it cannot lie. */
    Future<Void> replace(UUID host, UUID id, String name, UUID parent) {
        return pool.withTransaction(client -> alone(client, host)
                .compose(_ -> of(client, host))
                .compose(all -> {
                    var tree = Tree.of(all);
                    if (!tree.has(id)) throw Problem.notFound("folder").refusal();
                    tree.refuse(id, parent);
                    return client.preparedQuery("UPDATE quiz_folder SET name = $2, parent_id = $3 WHERE id = $1")
                            .execute(Tuple.of(id, name, parent));
                })
                .mapEmpty());
    }

    /** What lies in it lies where it lay: nothing else is deleted. Fails with a refusal, 404. */
    Future<Void> delete(UUID host, UUID id) {
        return pool.withTransaction(client -> alone(client, host)
                .compose(_ -> of(client, host))
                .compose(all -> {
                    var folder = all.stream()
                            .filter(it -> it.id().equals(id))
                            .findFirst()
                            .orElseThrow(() -> Problem.notFound("folder").refusal());
                    var up = Tuple.of(id, folder.parent());
                    return client.preparedQuery("UPDATE quiz SET folder_id = $2 WHERE folder_id = $1")
                            .execute(up)
                            .compose(_ -> client.preparedQuery(
                                            "UPDATE quiz_folder SET parent_id = $2 WHERE parent_id = $1")
                                    .execute(up))
                            .compose(_ -> client.preparedQuery("DELETE FROM quiz_folder WHERE id = $1")
                                    .execute(Tuple.of(id)));
                })
                .mapEmpty());
    }

    /**
     * Refuses, 422, a folder that is none of the host's; null is one. It stays until the transaction ends.
     *
     * @param field what the folder is called where it was sent
     */
    Future<Void> require(SqlConnection client, UUID host, String field, UUID folder) {
        if (folder == null) return Future.succeededFuture();
        return client.preparedQuery("SELECT FROM quiz_folder WHERE id = $1 AND owner_id = $2 FOR KEY SHARE")
                .execute(Tuple.of(folder, host))
                .map(rows -> {
                    if (rows.size() == 0) throw Folder.unknown(field);
                    return null;
                });
    }

    /** Of two changes of one host's order the second waits: two folders never move into each other, and bounds hold. */
    static Future<Void> alone(SqlConnection client, UUID host) {
        return client.preparedQuery("SELECT FROM host WHERE id = $1 FOR NO KEY UPDATE")
                .execute(Tuple.of(host))
                .mapEmpty();
    }
}
