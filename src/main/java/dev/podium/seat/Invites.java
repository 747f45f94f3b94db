package dev.podium.seat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Links that a host makes for one player each, who then has more time. What a link carries says nothing of that, and is good for
 * one seat: for another only when that was left without a trace.
 */
@Singleton
public class Invites {
    /** Of one game; more children than need one. */
    static final int MOST = 200;

    private static final String MAKE = """
            INSERT INTO game_invite (game_id, hash, extra, created_at)
            SELECT $1, $2, $3, (extract(epoch FROM clock_timestamp()) * 1000)::bigint
            WHERE (SELECT count(*) FROM game_invite WHERE game_id = $1) < $4
            """;

    /** Of a hash, what names a link to its host, and opens nothing. */
    private static final String ID = "encode(substring(i.hash FROM 1 FOR 4), 'hex')";

    private static final String MADE = "SELECT " + ID + """
             AS id, i.extra, i.created_at, p.nickname
            FROM game_invite i LEFT JOIN player p ON p.game_id = i.game_id AND p.id = i.player_id AND NOT p.removed
            WHERE i.game_id = $1 ORDER BY i.created_at, i.hash
            """;

    private static final String WITHDRAW = "DELETE FROM game_invite i WHERE i.game_id = $1 AND " + ID + " = $2";

    /** The invitations of a game that a key may use. */
    private static final String OPEN = """
            FROM game_invite i LEFT JOIN player p ON p.game_id = i.game_id AND p.id = i.player_id
            WHERE i.game_id = $1 AND i.hash = $2 AND (p.id IS NULL OR p.key = $3 OR p.vacated OR p.removed)
            """;

    private static final String OPENS = "SELECT EXISTS (SELECT " + OPEN + ")";

    private static final String REDEEM = "WITH open AS (SELECT i.hash, i.extra " + OPEN + """
            ), used AS (
                UPDATE game_invite i SET player_id = $4 FROM open o WHERE i.game_id = $1 AND i.hash = o.hash
            )
            UPDATE player p SET extra = o.extra FROM open o WHERE p.game_id = $1 AND p.id = $4
            """;

    private final Pool pool;

    Invites(Pool pool) {
        this.pool = pool;
    }

    /** What a new link is to carry; empty when the game has as many as it may have. */
    public Future<Optional<String>> make(UUID game, int percent) {
        var secret = Secret.draw();
        return pool.preparedQuery(MAKE)
                .execute(Tuple.of(game, Buffer.buffer(secret.hash()), (short) percent, MOST))
                .map(made -> made.rowCount() == 1 ? Optional.of(secret.text()) : Optional.empty());
    }

    /**
     * A link that was made.
     *
     * @param extra percent of more time
     * @param createdAt in the database's milliseconds
     * @param player the nickname of who has come by it; null where nobody has
     */
    @RegisterForReflection
    @Schema(name = "PlayerInviteLink")
    public record Made(String id, int extra, long createdAt, String player) {}

    /** Those of a game, in the order in which they were made. */
    public Future<List<Made>> made(UUID game) {
        return pool.preparedQuery(MADE)
                .execute(Tuple.of(game))
                .map(rows -> rows.stream()
                        .map(row -> new Made(
                                row.getString("id"),
                                row.getInteger("extra"),
                                row.getLong("created_at"),
                                row.getString("nickname")))
                        .toList());
    }

    /** Lets a link open nothing more. Who has come by it keeps seat and time. Gives false when there is no such link. */
    public Future<Boolean> withdraw(UUID game, String id) {
        return pool.preparedQuery(WITHDRAW).execute(Tuple.of(game, id)).map(rows -> rows.rowCount() > 0);
    }

    /** Whether a link of this game is good for the phone with this key. */
    public Future<Boolean> opens(UUID game, String invite, String key) {
        return Secret.of(invite)
                .map(secret -> pool.preparedQuery(OPENS)
                        .execute(Tuple.of(game, Buffer.buffer(secret.hash()), key))
                        .map(rows -> rows.iterator().next().getBoolean(0)))
                .orElseGet(() -> Future.succeededFuture(false));
    }

    /** Gives the seat of this key what its link is for. Doing it again changes nothing. */
    public Future<Void> redeem(UUID game, String invite, String key, UUID player) {
        var hash = Secret.of(invite).orElseThrow().hash();
        return pool.preparedQuery(REDEEM)
                .execute(Tuple.of(game, Buffer.buffer(hash), key, player))
                .mapEmpty();
    }
}
