package dev.podium.games;

import dev.podium.state.Gate;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Takes one player out of a game that is over: the seat, its answers, and the place among the others. */
@ApplicationScoped
class Erasing {
    /** Alone with the game, as whoever judges its answers again is. */
    private static final String LOCK = Gate.MOVER_PASSES
            + " SELECT game.id FROM game, gate WHERE game.id = $1 AND owner_id = $3 AND phase = 'finished'"
            + " FOR NO KEY UPDATE OF game";

    private static final String ANSWERS = "DELETE FROM answer WHERE game_id = $1 AND player_id = $2";
    private static final String SEAT = "DELETE FROM player WHERE game_id = $1 AND id = $2";

    static final String RANKS = """
            UPDATE player p SET rank = r.rank
            FROM (SELECT id, rank() OVER (ORDER BY score DESC) AS rank FROM player WHERE game_id = $1 AND counts) r
            WHERE p.game_id = $1 AND p.id = r.id AND p.rank <> r.rank
            """;

    private final Pool pool;

    Erasing(Pool pool) {
        this.pool = pool;
    }

    /** Whether there was such a player in a game of this owner's that is over. */
    Future<Boolean> erase(UUID owner, UUID game, UUID player) {
        return pool.withTransaction(client -> client.preparedQuery(LOCK)
                .execute(Tuple.of(game, Gate.of(game), owner))
                .compose(locked -> locked.size() == 0 ? Future.succeededFuture(false) : erase(client, game, player)));
    }

    private static Future<Boolean> erase(SqlClient client, UUID game, UUID player) {
        var who = Tuple.of(game, player);
        return client.preparedQuery(ANSWERS)
                .execute(who)
                .compose(_ -> client.preparedQuery(SEAT).execute(who))
                .compose(gone ->
                        client.preparedQuery(RANKS).execute(Tuple.of(game)).map(_ -> gone.rowCount() > 0));
    }
}
