package dev.podium.account;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tokens by which a host's programs call the API. Results arrive on an event loop. */
@ApplicationScoped
class ApiTokens {
    static final int MAX_PER_HOST = 20;

    /** Tells ours from those that a proxy may add for itself, and tells whoever finds one what it has found. */
    private static final String PREFIX = "podium_";

    private static final String BEARER = "bearer ";
    private static final int MAX_LENGTH = 100;

    /** Alone with the host's row, so that two at once are counted one after the other. */
    private static final String MAKE = """
            WITH own AS MATERIALIZED (SELECT id FROM host WHERE id = $1 FOR NO KEY UPDATE)
            INSERT INTO api_token (id, token_hash, host_id, name, scopes)
            SELECT $2, $3, own.id, $4, $5 FROM own
            WHERE (SELECT count(*) FROM api_token t WHERE t.host_id = $1) < $6
            RETURNING id, name, scopes, created_at, used_at
            """;

    private static final String LIST =
            "SELECT id, name, scopes, created_at, used_at FROM api_token WHERE host_id = $1 ORDER BY created_at DESC, id";

    private static final String USE = """
            SELECT h.id, h.email, h.name, h.role, h.language, h.demo, t.scopes,
                   t.used_at IS NULL OR t.used_at < now() - $2 * interval '1 s' AS is_to_be_noted
            FROM api_token t JOIN host h ON h.id = t.host_id
            WHERE t.token_hash = $1 AND h.disabled_at IS NULL
            """;

    private final Pool pool;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(Pool pool) {
        this.pool = pool;
    }

    /** @param usedAt as precise as {@link Sessions#NOTED_EVERY}; null when it never was */
    record Listed(UUID id, String name, List<Scope> scopes, Instant createdAt, Instant usedAt) {}

    /** @param value nowhere else to be had, and only now */
    record Made(Listed listed, String value) {}

    /** @param demo whether it is good on this machine only */
    record Use(SignedIn host, Set<Scope> scopes, boolean demo) {}

    /**
     * The token in a request's {@code Authorization} header, which may be null; empty where there is none of ours.
     */
    static Optional<Token> in(String header) {
        if (header == null || header.length() > MAX_LENGTH) return Optional.empty();
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) return Optional.empty();
        var value = header.substring(BEARER.length()).strip();
        return value.startsWith(PREFIX) ? Optional.of(new Token(value)) : Optional.empty();
    }

    /** Fails with a refusal, 422, when the host has {@value #MAX_PER_HOST}. */
    Future<Made> make(UUID host, String name, Set<Scope> scopes) {
        var token = new Token(PREFIX + Token.draw(random).value());
        return pool.preparedQuery(MAKE)
                .execute(Tuple.of(host, UUID.randomUUID(), token.hash(), name, words(scopes), MAX_PER_HOST))
                .map(rows -> {
                    if (rows.size() == 0)
                        throw Problem.invalid("", Code.TOO_MANY, "At most " + MAX_PER_HOST + " tokens are possible.")
                                .refusal();
                    return new Made(listed(rows.iterator().next()), token.value());
                });
    }

    /** The latest first. */
    Future<List<Listed>> of(UUID host) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(host))
                .map(rows -> rows.stream().map(ApiTokens::listed).toList());
    }

    /** From now on it opens nothing. Fails with a refusal, 404, when the host has no such token. */
    Future<Void> revoke(UUID host, UUID id) {
        return pool.preparedQuery("DELETE FROM api_token WHERE host_id = $1 AND id = $2")
                .execute(Tuple.of(host, id))
                .map(rows -> {
                    if (rows.rowCount() == 0) throw Problem.notFound("token").refusal();
                    return null;
                });
    }

    /** Whose it is, and what for; notes that it was used. Empty for one that is unknown, revoked or of a disabled host. */
    Future<Optional<Use>> use(Token token) {
        return pool.preparedQuery(USE)
                .execute(Tuple.of(token.hash(), Sessions.NOTED_EVERY.toSeconds()))
                .compose(rows -> {
                    if (rows.size() == 0) return Future.succeededFuture(Optional.empty());
                    var row = rows.iterator().next();
                    var use = Optional.of(new Use(host(row), scopes(row), row.getBoolean("demo")));
                    return row.getBoolean("is_to_be_noted") ? noteUse(token).map(use) : Future.succeededFuture(use);
                });
    }

    private Future<Void> noteUse(Token token) {
        return pool.preparedQuery("UPDATE api_token SET used_at = now() WHERE token_hash = $1")
                .execute(Tuple.of(token.hash()))
                .mapEmpty();
    }

    private static SignedIn host(Row row) {
        return new SignedIn(
                row.getUUID("id"),
                row.getString("email"),
                row.getString("name"),
                Role.of(row.getString("role")),
                row.getString("language"));
    }

    private static Listed listed(Row row) {
        var used = row.getOffsetDateTime("used_at");
        return new Listed(
                row.getUUID("id"),
                row.getString("name"),
                scopes(row).stream().sorted().toList(),
                row.getOffsetDateTime("created_at").toInstant(),
                used == null ? null : used.toInstant());
    }

    private static String[] words(Set<Scope> scopes) {
        return scopes.stream().map(Scope::wireName).sorted().toArray(String[]::new);
    }

    private static Set<Scope> scopes(Row row) {
        return Arrays.stream(row.getArrayOfStrings("scopes")).map(Scope::of).collect(Collectors.toUnmodifiableSet());
    }
}
