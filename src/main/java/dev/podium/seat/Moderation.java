package dev.podium.seat;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/** What a host does to a seat. To be called in a transaction that holds the game's lock. */
public final class Moderation {
    private static final String ADMIT =
            "UPDATE player SET waiting = false WHERE game_id = $1 AND waiting AND NOT vacated AND NOT removed";

    private Moderation() {}

    /** Bans a seat and its key. Gives false when there is no such seat. */
    public static Future<Boolean> remove(SqlClient client, UUID game, UUID player) {
        return change(client, game, player, "removed = true, instance_id = NULL, holder = NULL");
    }

    /** Lets the next phone that joins with this seat's nickname have it, with its score. Gives false when there is no such seat. */
    public static Future<Boolean> release(SqlClient client, UUID game, UUID player) {
        return change(client, game, player, "released = true");
    }

    /** Lets in a seat that waits. Gives false when it does not. */
    public static Future<Boolean> admit(SqlClient client, UUID game, UUID player) {
        return client.preparedQuery(ADMIT + " AND id = $2")
                .execute(Tuple.of(game, player))
                .map(Moderation::any);
    }

    /** Lets in all that wait. Gives false when nobody does. */
    public static Future<Boolean> admitAll(SqlClient client, UUID game) {
        return client.preparedQuery(ADMIT).execute(Tuple.of(game)).map(Moderation::any);
    }

    /** Gives a seat more time, in percent of each question's limit. Gives false when there is no such seat. */
    public static Future<Boolean> grant(SqlClient client, UUID game, UUID player, int percent) {
        return change(client, game, player, "extra = " + percent);
    }

    private static Future<Boolean> change(SqlClient client, UUID game, UUID player, String assignment) {
        return client.preparedQuery(
                        "UPDATE player SET " + assignment + " WHERE game_id = $1 AND id = $2 AND NOT removed")
                .execute(Tuple.of(game, player))
                .map(Moderation::any);
    }

    private static boolean any(RowSet<Row> rows) {
        return rows.rowCount() > 0;
    }
}
