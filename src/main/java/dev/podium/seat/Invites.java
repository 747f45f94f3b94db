package dev.podium.seat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * Links that a host makes for one player each, who then has more time. What a link carries says nothing of that, and is good for
 * one seat: for another only when that was left without a trace.
 */
@Singleton
public class Invites {
    /** Of one game; more children than need one. */
    static final int MOST = 200;

    private static final String MAKE = """
            INSERT INTO game_invite (game_id, hash, extra)
            SELECT $1, $2, $3 WHERE (SELECT count(*) FROM game_invite WHERE game_id = $1) < $4
            """;

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
