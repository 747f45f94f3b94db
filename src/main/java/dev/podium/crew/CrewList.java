package dev.podium.crew;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks hosts to steer a game and gives links to phones, and takes both back. Results arrive on an event loop. */
@ApplicationScoped
class CrewList {
    /** Beside the owner; a game is steered by few. */
    static final int MOST_HOSTS = 20;

    static final int MOST_REMOTES = 10;

    private static final String OWNER =
            "SELECT h.id, h.name, g.quiz_id FROM game g JOIN host h ON h.id = g.owner_id WHERE g.id = $1";
    private static final String HOSTS = """
            SELECT h.id, h.name, h.email FROM game_host c JOIN host h ON h.id = c.host_id
            WHERE c.game_id = $1 ORDER BY folded(h.name), h.id""";
    private static final String REMOTES =
            "SELECT id, created_at, used_at FROM game_remote WHERE game_id = $1 ORDER BY created_at, id";

    /** Those with whom the quiz is shared and who do not steer yet. */
    private static final String OTHERS = """
            SELECT h.id, h.name, h.email FROM quiz_share s JOIN host h ON h.id = s.host_id
            WHERE s.quiz_id = $2 AND h.disabled_at IS NULL
              AND NOT EXISTS (SELECT FROM game_host c WHERE c.game_id = $1 AND c.host_id = h.id)
              AND NOT EXISTS (SELECT FROM game g WHERE g.id = $1 AND g.owner_id = h.id)
            ORDER BY folded(h.name), h.id""";

    private static final String ASK = """
            INSERT INTO game_host (game_id, host_id, created_at) SELECT g.id, $2, g.created_at FROM game g
            WHERE g.id = $1 AND (SELECT count(*) FROM game_host WHERE game_id = $1 AND host_id <> $2) < $3
            ON CONFLICT (game_id, host_id) DO UPDATE SET created_at = excluded.created_at""";

    private static final String MAKE = """
            INSERT INTO game_remote (game_id, id, token_hash, created_at)
            SELECT g.id, $2, $3, (extract(epoch FROM clock_timestamp()) * 1000)::bigint FROM game g
            WHERE g.id = $1 AND g.finished_at IS NULL AND (SELECT count(*) FROM game_remote WHERE game_id = $1) < $4
            RETURNING id, created_at, used_at""";

    private final Pool pool;
    private final SecureRandom random = new SecureRandom();

    CrewList(Pool pool) {
        this.pool = pool;
    }

    @RegisterForReflection
    @Schema(name = "CrewHost")
    record Guest(UUID id, String name, String email) {}

    /** @param usedAt when a phone last came with it; null when none has */
    @RegisterForReflection
    @Schema(name = "Remote")
    record Remote(String id, long createdAt, Long usedAt) {}

    /**
     * Who steers a game.
     *
     * @param hosts beside the owner
     * @param others with whom its quiz is shared, and who do not steer
     */
    @RegisterForReflection
    @Schema(name = "Crew")
    record All(Owner owner, List<Guest> hosts, List<Remote> remotes, List<Guest> others) {}

    @RegisterForReflection
    @Schema(name = "CrewOwner")
    record Owner(UUID id, String name) {}

    /** @param token nowhere else to be had, and only now */
    record Made(Remote remote, RemoteToken token) {}

    Future<All> of(UUID game) {
        return pool.preparedQuery(OWNER).execute(Tuple.of(game)).compose(found -> {
            var owner = found.iterator().next();
            var hosts = pool.preparedQuery(HOSTS).execute(Tuple.of(game));
            var remotes = pool.preparedQuery(REMOTES).execute(Tuple.of(game));
            var others = pool.preparedQuery(OTHERS).execute(Tuple.of(game, owner.getUUID("quiz_id")));
            return Future.all(hosts, remotes, others)
                    .map(_ -> new All(
                            new Owner(owner.getUUID("id"), owner.getString("name")),
                            hosts.result().stream().map(CrewList::guest).toList(),
                            remotes.result().stream().map(CrewList::remote).toList(),
                            others.result().stream().map(CrewList::guest).toList()));
        });
    }

    /** Fails with a refusal, 422: nobody hosts under that address, it is the owner's own, or there are too many. */
    Future<Void> ask(UUID owner, UUID game, String email) {
        return pool.preparedQuery("SELECT id FROM host WHERE lower(email) = lower($1) AND disabled_at IS NULL")
                .execute(Tuple.of(email.strip()))
                .compose(rows -> {
                    if (rows.size() == 0) throw refusal("email", Code.UNKNOWN, "Nobody hosts here under this address.");
                    var host = rows.iterator().next().getUUID("id");
                    if (host.equals(owner)) throw refusal("email", Code.NOT_ALLOWED, "This is your own address.");
                    return pool.preparedQuery(ASK).execute(Tuple.of(game, host, MOST_HOSTS));
                })
                .map(rows -> {
                    if (rows.rowCount() == 0)
                        throw refusal("email", Code.TOO_MANY, "At most " + MOST_HOSTS + " hosts steer with you.");
                    return null;
                });
    }

    /** Whether there was somebody to dismiss. */
    Future<Boolean> dismiss(UUID game, UUID host) {
        return pool.preparedQuery("DELETE FROM game_host WHERE game_id = $1 AND host_id = $2")
                .execute(Tuple.of(game, host))
                .map(rows -> rows.rowCount() > 0);
    }

    /** Empty where the game is over, or has as many as it may have. */
    Future<Optional<Made>> make(UUID game) {
        var token = RemoteToken.draw(random);
        return pool.preparedQuery(MAKE)
                .execute(Tuple.of(game, token.id(), token.hash(), MOST_REMOTES))
                .map(rows ->
                        rows.stream().map(row -> new Made(remote(row), token)).findFirst());
    }

    /** Whether there was one. */
    Future<Boolean> revoke(UUID game, String remote) {
        return pool.preparedQuery("DELETE FROM game_remote WHERE game_id = $1 AND id = $2")
                .execute(Tuple.of(game, remote))
                .map(rows -> rows.rowCount() > 0);
    }

    private static Guest guest(Row row) {
        return new Guest(row.getUUID("id"), row.getString("name"), row.getString("email"));
    }

    private static Remote remote(Row row) {
        return new Remote(row.getString("id"), row.getLong("created_at"), row.getLong("used_at"));
    }

    private static Problem.Refusal refusal(String field, Code code, String message) {
        return Problem.invalid(field, code, message).refusal();
    }
}
