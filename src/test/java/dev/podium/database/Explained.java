package dev.podium.database;

import static dev.podium.games.OpenGames.await;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** How PostgreSQL carries statements out, as a test looks at it. */
public final class Explained {
    private static final String EXPLAIN = "EXPLAIN (ANALYZE, TIMING OFF) ";

    private Explained() {}

    /** The plan as it was carried out among {@link HashJoins}, with how often each part of it ran. */
    public static List<String> joinedByHashing(Pool pool, String sql, Tuple parameters) {
        return await(HashJoins.query(
                pool,
                client ->
                        client.preparedQuery(EXPLAIN + sql).execute(parameters).map(Explained::lines)));
    }

    /** The plan as it was carried out on a connection like all others. */
    public static List<String> plan(Pool pool, String sql, Tuple parameters) {
        return await(pool.preparedQuery(EXPLAIN + sql).execute(parameters).map(Explained::lines));
    }

    /** Whether a part of the plan is carried out once for each of so many seats. */
    public static boolean onceForEach(int seats, String line) {
        return line.contains("loops=" + seats);
    }

    private static List<String> lines(RowSet<Row> rows) {
        return rows.stream().map(row -> row.getString(0)).toList();
    }
}
