package dev.podium.database;

import static dev.podium.games.OpenGames.await;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** How PostgreSQL carries statements out, as a test looks at it. */
public final class Explained {
    private Explained() {}

    /** The plan as it was carried out among {@link HashJoins}, with how often each part of it ran. */
    public static List<String> joinedByHashing(Pool pool, String sql, Tuple parameters) {
        return await(HashJoins.query(
                pool,
                client -> client.preparedQuery("EXPLAIN (ANALYZE, TIMING OFF) " + sql)
                        .execute(parameters)
                        .map(rows -> {
                            List<String> lines = new ArrayList<>();
                            rows.forEach(row -> lines.add(row.getString(0)));
                            return lines;
                        })));
    }

    /** Whether a part of the plan is carried out once for each of so many seats. */
    public static boolean onceForEach(int seats, String line) {
        return line.contains("loops=" + seats);
    }
}
