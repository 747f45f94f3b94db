package dev.podium.account;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Links that make hosts, one each, no mail server needed. Results arrive on an event loop. */
@ApplicationScoped
class Invites {
    static final Duration LIFE = Duration.ofDays(7);
    static final int MOST = 100;

    private static final String UNIQUE_VIOLATION = "23505";

    /** An older link to the same address goes, as do those that have expired. */
    private static final String CLEAR = "DELETE FROM invite WHERE expires_at <= now() OR lower(email) = lower($1)";

    private static final String MAKE = """
            INSERT INTO invite (id, token_hash, email, role, invited_by, expires_at)
            SELECT $1, $2, $3, $4, $5, now() + $6 * interval '1 s' WHERE (SELECT count(*) FROM invite) < $7
            RETURNING id, email, role, expires_at
            """;

    private static final String OPEN = "SELECT id, email, role, expires_at FROM invite WHERE expires_at > now()";

    private static final String TAKE =
            "DELETE FROM invite WHERE token_hash = $1 AND expires_at > now() RETURNING id, email, role, expires_at";

    private static final String CREATE =
            "INSERT INTO host (id, email, name, role, password_hash) VALUES ($1, $2, $3, $4, $5)";

    private final Pool pool;
    private final SecureRandom random = new SecureRandom();

    Invites(Pool pool) {
        this.pool = pool;
    }

    record Invite(UUID id, String email, Role role, Instant expiresAt) {}

    /** @param token nowhere else to be had, and only now */
    record Made(Invite invite, Token token) {}

    /** Fails with a refusal, 422: there is such a host already, or {@value #MOST} invitations are open. */
    Future<Made> make(UUID by, String email, Role role) {
        var token = Token.draw(random);
        var values = Tuple.of(UUID.randomUUID(), token.hash(), email, role.wireName(), by, LIFE.toSeconds(), MOST);
        return pool.withTransaction(client -> refuseKnown(client, email)
                .compose(_ -> client.preparedQuery(CLEAR).execute(Tuple.of(email)))
                .compose(_ -> client.preparedQuery(MAKE).execute(values))
                .map(rows -> {
                    if (rows.size() == 0)
                        throw Problem.invalid("", Code.TOO_MANY, "At most " + MOST + " invitations are open at once.")
                                .refusal();
                    return new Made(invite(rows.iterator().next()), token);
                }));
    }

    /** Those that can still be used, the latest to expire first. */
    Future<List<Invite>> open() {
        return pool.preparedQuery(OPEN + " ORDER BY expires_at DESC, id")
                .execute()
                .map(rows -> rows.stream().map(Invites::invite).toList());
    }

    /** Fails with a refusal, 404. */
    Future<Void> withdraw(UUID id) {
        return pool.preparedQuery("DELETE FROM invite WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> {
                    if (rows.rowCount() == 0)
                        throw Problem.notFound("invitation").refusal();
                    return null;
                });
    }

    /** Whom a link invites; empty when it was used or withdrawn, has expired, or never was. */
    Future<Optional<Invite>> find(Token token) {
        return pool.preparedQuery(OPEN + " AND token_hash = $1")
                .execute(Tuple.of(token.hash()))
                .map(rows -> rows.stream().map(Invites::invite).findFirst());
    }

    /**
     * Makes the host and uses the link up. Of two at the same moment one finds it gone.
     *
     * @return the new host's id; empty where {@link #find} finds none
     */
    Future<Optional<UUID>> accept(Token token, String name, String passwordHash) {
        return pool.withTransaction(client -> client.preparedQuery(TAKE)
                        .execute(Tuple.of(token.hash()))
                        .compose(rows -> rows.size() == 0
                                ? Future.succeededFuture(Optional.<UUID>empty())
                                : create(client, invite(rows.iterator().next()), name, passwordHash)))
                .recover(failure -> Future.failedFuture(isTaken(failure) ? taken() : failure));
    }

    private static Future<Optional<UUID>> create(SqlClient client, Invite invite, String name, String passwordHash) {
        var id = UUID.randomUUID();
        return client.preparedQuery(CREATE)
                .execute(Tuple.of(id, invite.email(), name, invite.role().wireName(), passwordHash))
                .map(Optional.of(id));
    }

    private static Future<Void> refuseKnown(SqlClient client, String email) {
        return client.preparedQuery("SELECT FROM host WHERE lower(email) = lower($1)")
                .execute(Tuple.of(email))
                .map(rows -> {
                    if (rows.size() > 0) throw taken();
                    return null;
                });
    }

    private static Problem.Refusal taken() {
        return Problem.invalid("email", Code.DUPLICATE, "There is a host with this address.")
                .refusal();
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof PgException e && UNIQUE_VIOLATION.equals(e.getSqlState());
    }

    private static Invite invite(Row row) {
        return new Invite(
                row.getUUID("id"),
                row.getString("email"),
                Role.of(row.getString("role")),
                row.getOffsetDateTime("expires_at").toInstant());
    }
}
