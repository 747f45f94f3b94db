package dev.podium.live;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.util.function.Function;

/**
 * Queries that join all seats of a game.
 *
 * <p>What the planner knows of a game that has just filled is nothing; it takes it for a handful of rows, and nested loops
 * over ten thousand seats take seconds. These transactions join by hashing, whose cost grows with the game and no faster.
 */
final class AllSeats {
    private AllSeats() {}

    static <T> Future<T> query(Pool pool, Function<SqlClient, Future<T>> query) {
        return pool.withTransaction(client -> {
            var set = client.query("SET LOCAL enable_nestloop = off").execute();
            var read = query.apply(client);
            return set.compose(v -> read);
        });
    }
}
