package dev.podium.tally;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What hosts have taken off the tallies of a question, as the log of its game tells. */
final class HiddenTexts {
    static final String CHANGES = "SELECT type, body ->> 'text' AS text FROM game_event WHERE game_id = $1"
            + " AND type IN ('hidden', 'unhidden') AND (body ->> 'question')::int = $2 ORDER BY seq";

    private HiddenTexts() {}

    /** Folded, as the question folds. */
    static Future<Set<String>> of(SqlClient client, UUID game, int question) {
        return client.preparedQuery(CHANGES).execute(Tuple.of(game, question)).map(rows -> {
            var hidden = new HashSet<String>();
            for (var row : rows) {
                if (row.getString("type").equals("hidden")) hidden.add(row.getString("text"));
                else hidden.remove(row.getString("text"));
            }
            return hidden;
        });
    }
}
