package dev.podium.account;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Gives what a leaver has to a host who stays, all or nothing. Results arrive on an event loop. */
@ApplicationScoped
class Handover {
    private static final String QUIZZES = "UPDATE quiz SET owner_id = $2 WHERE owner_id = $1";
    private static final String GAMES = "UPDATE game SET owner_id = $2 WHERE owner_id = $1";
    private static final String UPLOADS = """
            UPDATE media_host m SET host_id = $2 WHERE host_id = $1
              AND NOT EXISTS (SELECT FROM media_host o WHERE o.host_id = $2 AND o.hash = m.hash)
            """;
    private static final String UPLOADS_OF_BOTH = "DELETE FROM media_host WHERE host_id = $1";

    private final Pool pool;

    Handover(Pool pool) {
        this.pool = pool;
    }

    /** How much went over. */
    @Schema(name = "HandedOver")
    record Given(int quizzes, int games) {}

    /**
     * Running games go as well; who steers one would be in the way, so only who is disabled gives. What is given may go beyond
     * what a host can upload or write: only what is new is refused then.
     *
     * <p>Fails with a refusal: 404, 409 when the leaver is not disabled, 422 for somebody who cannot take it.
     */
    Future<Given> give(UUID from, UUID to) {
        return pool.withTransaction(client -> disabled(client, from, to)
                .map(known -> {
                    if (!known.containsKey(from)) throw Problem.notFound("host").refusal();
                    if (!known.get(from))
                        throw Problem.of(409, "Not disabled", "Disable the host first.")
                                .refusal();
                    if (known.getOrDefault(to, true))
                        throw Problem.invalid("to", Code.NOT_ALLOWED, "A host who can sign in is expected.")
                                .refusal();
                    return null;
                })
                .compose(_ -> run(client, QUIZZES, Tuple.of(from, to)))
                .compose(quizzes -> run(client, GAMES, Tuple.of(from, to))
                        .compose(games -> run(client, UPLOADS, Tuple.of(from, to))
                                .compose(_ -> run(client, UPLOADS_OF_BOTH, Tuple.of(from)))
                                .map(new Given(quizzes, games)))));
    }

    /** Whether they are disabled, each; locked, so that it stays so. */
    private static Future<Map<UUID, Boolean>> disabled(SqlClient client, UUID from, UUID to) {
        return client.preparedQuery("SELECT id, disabled_at IS NOT NULL AS disabled FROM host"
                        + " WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE")
                .execute(Tuple.of(new UUID[] {from, to}))
                .map(rows -> {
                    var found = new HashMap<UUID, Boolean>();
                    rows.forEach(row -> found.put(row.getUUID("id"), row.getBoolean("disabled")));
                    return found;
                });
    }

    private static Future<Integer> run(SqlClient client, String sql, Tuple values) {
        return client.preparedQuery(sql).execute(values).map(rows -> rows.rowCount());
    }
}
