package dev.podium.database;

import static dev.podium.games.OpenGames.await;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.regex.Pattern;

/** How PostgreSQL carries statements out, as a test looks at it. */
public final class Explained {
    private static final String EXPLAIN = "EXPLAIN (ANALYZE, TIMING OFF) ";

    private static final Pattern ACTUAL = Pattern.compile("actual rows=([0-9.]+) loops=([0-9]+)");
    private static final Pattern REMOVED = Pattern.compile("Rows Removed by Filter: ([0-9]+)");

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

    /**
     * How many rows the parts of a plan read that read a table, also those that they did not want.
     *
     * @param table how its name begins; empty for all
     */
    public static double rowsRead(Pool pool, String table, String sql, Tuple parameters) {
        double read = 0;
        long loops = 0;
        for (var line : plan(pool, sql, parameters)) {
            var actual = ACTUAL.matcher(line);
            if (actual.find()) {
                // What a bitmap marks, its heap scan reads.
                boolean reads =
                        line.contains("Scan") && !line.contains("Bitmap Index") && line.contains(" on " + table);
                loops = reads ? Long.parseLong(actual.group(2)) : 0;
                read += Double.parseDouble(actual.group(1)) * loops;
            }
            var removed = REMOVED.matcher(line);
            if (removed.find()) read += Long.parseLong(removed.group(1)) * loops;
        }
        return read;
    }

    /** Whether a part of the plan is carried out once for each of so many seats. */
    public static boolean onceForEach(int seats, String line) {
        return line.contains("loops=" + seats);
    }

    private static List<String> lines(RowSet<Row> rows) {
        return rows.stream().map(row -> row.getString(0)).toList();
    }
}
