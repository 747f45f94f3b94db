package dev.podium.seat;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/** Which seats have their player there, as far as one can know: when unsure, present. */
public final class Presence {
    /** A seat counts as present for so long without a socket. */
    public static final long ABSENT_AFTER_MS = 10_000;
    /** A seat whose instance has been silent for so long counts as absent. */
    public static final long INSTANCE_DEAD_AFTER_MS = 30_000;

    /** True for a seat "p" at database time $now. Who lives is looked up once, not seat by seat. */
    public static final String PRESENT = "p.counts AND NOT p.gone AND (p.instance_id = ANY (ARRAY("
            + "SELECT id FROM instance WHERE alive_at > to_timestamp(($now - " + INSTANCE_DEAD_AFTER_MS
            + ") / 1000.0)))"
            + " OR p.instance_id IS NULL AND p.lost_at > $now - " + ABSENT_AFTER_MS + ")";

    private static final String WAITING = ("SELECT count(*) AS present, count(a.player_id) AS answered FROM player p"
                    + " LEFT JOIN answer a ON a.game_id = p.game_id AND a.question = $2 AND a.player_id = p.id"
                    + " WHERE p.game_id = $1 AND " + PRESENT)
            .replace("$now", "$3::bigint");

    /** Who has more time is found by an index of its own; whether they have answered is a probe of a key. */
    private static final String LONGER = ("SELECT EXISTS (SELECT FROM player p WHERE p.game_id = $1 AND p.extra > 0"
                    + " AND $3::bigint < $4::bigint + $5::bigint * p.extra / 100 AND " + PRESENT
                    + " AND (SELECT true FROM answer a WHERE a.game_id = p.game_id AND a.question = $2"
                    + " AND a.player_id = p.id LIMIT 1) IS NULL)")
            .replace("$now", "$3::bigint");

    private Presence() {}

    /**
     * Whether somebody is present who has not answered and has more time than others. Exact inside a transaction that holds the
     * game's lock.
     *
     * @param now the database's time in milliseconds
     * @param dueAt when the question is due to close for all others
     * @param limitMs the question's own
     */
    public static Future<Boolean> outlasts(
            SqlClient client, UUID game, int question, long now, long dueAt, long limitMs) {
        return client.preparedQuery(LONGER)
                .execute(Tuple.of(game, question, now, dueAt, limitMs))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /**
     * How many seats that are present have not answered; also positive when nobody is present, so that an empty room
     * closes nothing. Exact inside a transaction that holds the game's lock.
     *
     * @param now the database's time in milliseconds
     */
    public static Future<Long> withoutAnswer(SqlClient client, UUID game, int question, long now) {
        return client.preparedQuery(WAITING)
                .execute(Tuple.of(game, question, now))
                .map(rows -> {
                    var row = rows.iterator().next();
                    long present = row.getLong("present");
                    return present == 0 ? 1 : present - row.getLong("answered");
                });
    }

    /** An outage is a pause for seats without a socket too: those that were present before it still are. */
    public static Future<Void> moved(SqlClient client, UUID game, long gapMs) {
        return client.preparedQuery("UPDATE player SET lost_at = lost_at + $2 WHERE game_id = $1"
                        + " AND lost_at > (extract(epoch FROM clock_timestamp()) * 1000)::bigint - $2 - "
                        + ABSENT_AFTER_MS)
                .execute(Tuple.of(game, gapMs))
                .mapEmpty();
    }
}
