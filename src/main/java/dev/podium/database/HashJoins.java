package dev.podium.database;

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
public final class HashJoins {
    private HashJoins() {}

    /**
     * Begin, query and commit go out together, for one trip to the database instead of three.
     *
     * @param query sends one statement
     */
    public static <T> Future<T> query(Pool pool, Function<SqlClient, Future<T>> query) {
        return pool.withConnection(connection -> {
            connection.query("BEGIN; SET LOCAL enable_nestloop = off").execute();
            var read = query.apply(connection);
            return connection.query("COMMIT").execute().otherwiseEmpty().compose(v -> read);
        });
    }
}
