package dev.podium.live;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/**
 * How many there are in a game, at some moment.
 *
 * @param seats null where they were not counted
 * @param answered of the open question, all stored answers
 * @param complete whether somebody is present, and everybody who is has answered
 */
record Count(UUID game, long seq, Seated seats, int answered, boolean complete) {

    /**
     * The seats of a game.
     *
     * @param players those that are neither removed nor left
     * @param newest when the last one was taken; with {@code players} it tells whether the roster has changed
     * @param present those whose players are there
     */
    record Seated(int players, long newest, int present) {}

    /**
     * What is asked about a game.
     *
     * @param seatsFrom its seats, which cost far more to count than its answers, are counted once so many have answered
     */
    record Asked(UUID game, int seatsFrom) {
        static Asked whole(UUID game) {
            return new Asked(game, 0);
        }
    }

    /**
     * Who has not answered is looked for only where so many answers are stored that it may be nobody. Games are probed by
     * their keys: joined by hashing, every game that was ever played would be read.
     */
    static final String SELECT = """
            SELECT g.id, g.seq, n.answered, n.answered >= k.seats_from AS counted, c.players, c.newest, c.present,
                   c.present > 0 AND n.answered >= c.present AND NOT EXISTS (
                       SELECT FROM player p
                       LEFT JOIN answer a ON a.game_id = p.game_id AND a.question = g.question AND a.player_id = p.id
                       WHERE p.game_id = g.id AND $present AND a.player_id IS NULL) AS complete
            FROM unnest($1::uuid[], $2::int[]) AS k (id, seats_from)
            CROSS JOIN LATERAL (SELECT id, seq, phase, question FROM game WHERE id = k.id OFFSET 0) g
            CROSS JOIN LATERAL (
                SELECT CASE WHEN g.phase = 'question'
                            THEN (SELECT count(*) FROM answer a WHERE a.game_id = g.id AND a.question = g.question)
                            ELSE 0 END AS answered
                OFFSET 0
            ) n
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE NOT p.removed AND NOT p.gone) AS players, coalesce(max(p.joined_at), 0) AS newest,
                       count(*) FILTER (WHERE $present) AS present
                FROM player p
                WHERE p.game_id = g.id AND n.answered >= k.seats_from
            ) c
            """.replace("$present", Seats.PRESENT).replace("$now", "$3::bigint");

    /** Counts many games in one query. */
    static Future<List<Count>> read(Pool pool, List<Asked> asked, long now) {
        return AllSeats.query(
                pool,
                client -> client.preparedQuery(SELECT)
                        .execute(parameters(asked, now))
                        .map(rows -> rows.stream().map(Count::of).toList()));
    }

    static Tuple parameters(List<Asked> asked, long now) {
        return Tuple.of(
                Columns.of(asked, UUID[]::new, Asked::game), Columns.of(asked, Integer[]::new, Asked::seatsFrom), now);
    }

    private static Count of(Row row) {
        var seats = row.getBoolean("counted")
                ? new Seated(row.getInteger("players"), row.getLong("newest"), row.getInteger("present"))
                : null;
        return new Count(
                row.getUUID("id"), row.getLong("seq"), seats, row.getInteger("answered"), row.getBoolean("complete"));
    }
}
