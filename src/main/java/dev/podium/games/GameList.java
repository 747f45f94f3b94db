package dev.podium.games;

import dev.podium.state.GameReader;
import dev.podium.state.GameRow;
import dev.podium.state.Gate;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A host's running and past games, newest first. */
@ApplicationScoped
class GameList {
    private static final int MOST = 200;

    /** @param finishedAt milliseconds of the database's clock, null while it runs */
    record Summary(
            UUID id,
            String pin,
            String screenToken,
            String title,
            String phase,
            int players,
            long createdAt,
            Long finishedAt) {}

    record Detail(Summary summary, GameRow row) {}

    private static final String SELECT = """
            SELECT id, pin, screen_token, title, phase, created_at, finished_at,
                   (SELECT count(*)::int FROM player p WHERE p.game_id = g.id AND p.counts) AS players
            FROM game g
            """;

    /** Alone with the game: its seats go too, and somebody may be noting that he has left. */
    private static final String DELETE = Gate.MOVER_PASSES
            + " DELETE FROM game USING gate WHERE game.id = $1 AND owner_id = $3 AND phase = 'finished'";

    private final Pool pool;
    private final GameReader store;

    GameList(Pool pool, GameReader store) {
        this.pool = pool;
        this.store = store;
    }

    Future<List<Summary>> of(UUID owner) {
        return pool.preparedQuery(SELECT + "WHERE owner_id = $1 ORDER BY created_at DESC LIMIT " + MOST)
                .execute(Tuple.of(owner))
                .map(rows -> rows.stream().map(GameList::summary).toList());
    }

    /** Empty when there is no such game or it is another host's. */
    Future<Optional<Detail>> one(UUID owner, UUID id) {
        return pool.preparedQuery(SELECT + "WHERE owner_id = $1 AND id = $2")
                .execute(Tuple.of(owner, id))
                .compose(rows -> {
                    var found = GameReader.first(rows).map(GameList::summary);
                    if (found.isEmpty()) return Future.succeededFuture(Optional.empty());
                    return store.load(pool, id).map(row -> row.map(r -> new Detail(found.get(), r)));
                });
    }

    /** Deletes a game that is over, with its players and their answers; whether there was one. */
    Future<Boolean> delete(UUID owner, UUID id) {
        return pool.preparedQuery(DELETE)
                .execute(Tuple.of(id, Gate.of(id), owner))
                .map(rows -> rows.rowCount() > 0);
    }

    private static Summary summary(Row row) {
        return new Summary(
                row.getUUID("id"),
                row.getString("pin"),
                row.getString("screen_token"),
                row.getString("title"),
                row.getString("phase"),
                row.getInteger("players"),
                row.getLong("created_at"),
                row.getLong("finished_at"));
    }
}
