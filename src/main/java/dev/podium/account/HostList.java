package dev.podium.account;

import dev.podium.http.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All hosts, as admins see and change them. Results arrive on an event loop. */
@ApplicationScoped
class HostList {
    static final int PAGE = 100;

    /** Beyond it a host's quizzes and games are not counted. */
    private static final int COUNTED = 10_000;

    private static final String SELECT = """
            SELECT id, email, name, role, disabled_at, demo,
                   (SELECT max(used_at) FROM host_session s WHERE s.host_id = h.id) AS used_at,
                   (SELECT count(*)::int FROM (SELECT FROM quiz WHERE owner_id = h.id LIMIT %1$d) q) AS quizzes,
                   (SELECT count(*)::int FROM (SELECT FROM game WHERE owner_id = h.id LIMIT %1$d) g) AS games
            FROM host h WHERE lower(email) > lower($1) ORDER BY lower(email) LIMIT %2$d""".formatted(COUNTED, PAGE + 1);

    /** Whoever takes an admin away waits for others who do. */
    private static final String ADMINS =
            "SELECT id FROM host WHERE role = 'admin' AND disabled_at IS NULL ORDER BY id FOR NO KEY UPDATE";

    private static final String CHANGE = "UPDATE host SET role = $2,"
            + " disabled_at = CASE WHEN $3 THEN coalesce(disabled_at, now()) END WHERE id = $1";

    private static final String END_SESSIONS = "DELETE FROM host_session WHERE host_id = $1";
    private static final String REVOKE_TOKENS = "DELETE FROM api_token WHERE host_id = $1";
    private static final String WITHDRAW_INVITES = "DELETE FROM invite WHERE invited_by = $1";

    private final Pool pool;

    HostList(Pool pool) {
        this.pool = pool;
    }

    /**
     * A host.
     *
     * @param usedAt when it was seen last, as precise as some minutes; absent when it is signed in nowhere
     * @param quizzes how many there are, {@value HostList#COUNTED} at most; games likewise
     */
    @Schema(name = "ListedHost")
    record Listed(
            UUID id,
            String email,
            String name,
            Role role,
            boolean disabled,
            boolean demo,
            Instant usedAt,
            int quizzes,
            int games) {}

    /** @param next what to ask for the following ones with; absent at the end */
    @Schema(name = "HostPage")
    record Page(List<Listed> items, String next) {}

    /** Some of them by their addresses, from the one behind {@code after} on, which may be empty. */
    Future<Page> page(String after) {
        return pool.preparedQuery(SELECT).execute(Tuple.of(after)).map(rows -> {
            var found = rows.stream().map(HostList::listed).toList();
            var shown = found.subList(0, Math.min(PAGE, found.size()));
            return new Page(shown, found.size() > PAGE ? shown.getLast().email() : null);
        });
    }

    /**
     * Gives a host another role, or lets it sign in no longer, or again. Who is disabled loses sessions and tokens at once;
     * invitations last as long as their admin is one.
     *
     * <p>Fails with a refusal: 404, or 409 for the last admin.
     */
    Future<Void> change(UUID host, Role role, boolean disabled) {
        boolean remains = role == Role.ADMIN && !disabled;
        return pool.withTransaction(client -> admins(client)
                .map(admins -> {
                    if (!remains && admins.equals(Set.of(host))) throw lastAdmin();
                    return null;
                })
                .compose(_ -> client.preparedQuery(CHANGE).execute(Tuple.of(host, role.wireName(), disabled)))
                .map(rows -> {
                    if (rows.rowCount() == 0) throw Problem.notFound("host").refusal();
                    return null;
                })
                .compose(_ -> disabled ? run(client, END_SESSIONS, host) : Future.succeededFuture())
                .compose(_ -> disabled ? run(client, REVOKE_TOKENS, host) : Future.succeededFuture())
                .compose(_ -> remains ? Future.<Void>succeededFuture() : run(client, WITHDRAW_INVITES, host)));
    }

    /** Gives a host the role that its provider tells; the last admin stays one. */
    Future<Void> follow(UUID host, Role role) {
        return pool.withTransaction(client -> admins(client).compose(admins -> {
            boolean lastAdmin = role != Role.ADMIN && admins.equals(Set.of(host));
            if (lastAdmin) return Future.<Void>succeededFuture();
            return client.preparedQuery("UPDATE host SET role = $2 WHERE id = $1")
                    .execute(Tuple.of(host, role.wireName()))
                    .compose(_ ->
                            role == Role.ADMIN ? Future.<Void>succeededFuture() : run(client, WITHDRAW_INVITES, host));
        }));
    }

    private static Future<Set<UUID>> admins(SqlClient client) {
        return client.preparedQuery(ADMINS)
                .execute()
                .map(rows -> rows.stream().map(row -> row.getUUID(0)).collect(Collectors.toSet()));
    }

    private static Future<Void> run(SqlClient client, String sql, UUID host) {
        return client.preparedQuery(sql).execute(Tuple.of(host)).mapEmpty();
    }

    private static Problem.Refusal lastAdmin() {
        return Problem.of(409, "The last admin", "Make somebody else an admin first.")
                .coded(Problem.LAST_ADMIN)
                .refusal();
    }

    private static Listed listed(Row row) {
        return new Listed(
                row.getUUID("id"),
                row.getString("email"),
                row.getString("name"),
                Role.of(row.getString("role")),
                row.getOffsetDateTime("disabled_at") != null,
                row.getBoolean("demo"),
                instant(row.getOffsetDateTime("used_at")),
                row.getInteger("quizzes"),
                row.getInteger("games"));
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
