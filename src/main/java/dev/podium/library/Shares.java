package dev.podium.library;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** With whom quizzes are shared. Whoever calls has asked whether the host may. Any thread; results arrive on an event loop. */
@ApplicationScoped
class Shares {
    /** Hosts one quiz is shared with. */
    static final int MOST = 50;

    private static final int TOKEN_BYTES = 18;

    private static final String WITH = """
            SELECT h.id, h.name, h.email, s.may FROM quiz_share s JOIN host h ON h.id = s.host_id
            WHERE s.quiz_id = $1 ORDER BY folded(h.name), h.id""";

    private static final String SHARE = """
            INSERT INTO quiz_share (quiz_id, host_id, may) SELECT $1, $2, $3
            WHERE (SELECT count(*) FROM quiz_share WHERE quiz_id = $1 AND host_id <> $2) < $4
            ON CONFLICT (quiz_id, host_id) DO UPDATE SET may = excluded.may""";

    private static final String LINK = """
            INSERT INTO quiz_link (quiz_id, token, may) VALUES ($1, $2, $3)
            ON CONFLICT (quiz_id) DO UPDATE SET may = excluded.may RETURNING token, may""";

    private final Pool pool;
    private final SecureRandom random = new SecureRandom();

    Shares(Pool pool) {
        this.pool = pool;
    }

    /**
     * With whom a quiz is shared.
     *
     * @param link null when there is none
     */
    @RegisterForReflection
    @Schema(name = "QuizShares")
    record Shared(List<Guest> hosts, Link link) {}

    @RegisterForReflection
    @Schema(name = "QuizGuest")
    record Guest(
            UUID id,
            String name,
            String email,

            @Schema(enumeration = {"see", "launch", "edit"}) String may) {}

    /** @param token the end of the address; who has it may, signed in or not, see the quiz, and copy it if the link says so */
    @RegisterForReflection
    @Schema(name = "QuizLink")
    record Link(
            String token,

            @Schema(enumeration = {"see", "copy"}) String may) {}

    /** Where a link leads. */
    record Target(UUID quiz, String may) {}

    Future<Shared> of(UUID quiz) {
        var guests = pool.preparedQuery(WITH).execute(Tuple.of(quiz));
        var link = pool.preparedQuery("SELECT token, may FROM quiz_link WHERE quiz_id = $1")
                .execute(Tuple.of(quiz));
        return Future.all(guests, link)
                .map(_ -> new Shared(
                        guests.result().stream().map(Shares::guest).toList(),
                        link.result().stream().map(Shares::link).findFirst().orElse(null)));
    }

    /**
     * Gives a host of this installation a right, in place of the one it had. Fails with a refusal, 422, when nobody hosts under that
     * address, it is the owner's own, or there are too many.
     *
     * @param owner who gives it
     */
    Future<Void> share(UUID owner, UUID quiz, String email, Right right) {
        return pool.preparedQuery("SELECT id FROM host WHERE lower(email) = lower($1)")
                .execute(Tuple.of(email.strip()))
                .compose(rows -> {
                    if (rows.size() == 0) throw refusal(Code.UNKNOWN, "Nobody hosts here under this address.");
                    var host = rows.iterator().next().getUUID("id");
                    if (host.equals(owner)) throw refusal(Code.NOT_ALLOWED, "This is your own address.");
                    return pool.preparedQuery(SHARE).execute(Tuple.of(quiz, host, word(right), MOST));
                })
                .map(rows -> {
                    if (rows.rowCount() == 0)
                        throw refusal(Code.TOO_MANY, "A quiz is shared with " + MOST + " hosts at most.");
                    return null;
                });
    }

    /** Whether there was something to take. */
    Future<Boolean> unshare(UUID quiz, UUID host) {
        return pool.preparedQuery("DELETE FROM quiz_share WHERE quiz_id = $1 AND host_id = $2")
                .execute(Tuple.of(quiz, host))
                .map(rows -> rows.rowCount() > 0);
    }

    /** Makes a link, or lets the one that is there permit something else. */
    Future<Link> link(UUID quiz, String may) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return pool.preparedQuery(LINK)
                .execute(Tuple.of(quiz, token, may))
                .map(rows -> link(rows.iterator().next()));
    }

    /** From now on it leads nowhere. */
    Future<Void> unlink(UUID quiz) {
        return pool.preparedQuery("DELETE FROM quiz_link WHERE quiz_id = $1")
                .execute(Tuple.of(quiz))
                .mapEmpty();
    }

    Future<Optional<Target>> target(String token) {
        return pool.preparedQuery("SELECT quiz_id, l.may FROM quiz_link l JOIN quiz q ON q.id = l.quiz_id"
                        + " WHERE l.token = $1 AND q.deleted_at IS NULL")
                .execute(Tuple.of(token))
                .map(rows -> rows.stream()
                        .map(row -> new Target(row.getUUID("quiz_id"), row.getString("may")))
                        .findFirst());
    }

    private static String word(Right right) {
        return right.name().toLowerCase(Locale.ROOT);
    }

    private static Guest guest(Row row) {
        return new Guest(row.getUUID("id"), row.getString("name"), row.getString("email"), row.getString("may"));
    }

    private static Link link(Row row) {
        return new Link(row.getString("token"), row.getString("may"));
    }

    private static Problem.Refusal refusal(Code code, String message) {
        return Problem.invalid("email", code, message).refusal();
    }
}
