package dev.podium.room;

import dev.podium.database.HashJoins;
import dev.podium.seat.Presence;
import dev.podium.tally.AnswerCounts;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/**
 * How many there are in a game, at some moment.
 *
 * @param seats null where only answers were counted
 * @param answered of the open question, all stored answers
 * @param complete whether somebody is present, and everybody who is has answered; false where only answers were counted
 */
public record Count(UUID game, long seq, Seated seats, int answered, boolean complete) {

    /**
     * The seats of a game.
     *
     * @param players those that are neither removed nor left
     * @param who a hash of them, as in {@link Roster#WHO}
     * @param present those whose players are there
     */
    record Seated(int players, long who, int present) {}

    /** Games are probed by their keys: joined by hashing, every game that was ever played would be read. */
    private static final String GAMES =
            "CROSS JOIN LATERAL (SELECT id, seq, phase, question FROM game WHERE id = k.id OFFSET 0) g\n";

    private static final String ANSWERED = """
            CROSS JOIN LATERAL (
                SELECT CASE WHEN g.phase = 'question'
                            THEN (SELECT count(*) FROM answer a WHERE a.game_id = g.id AND a.question = g.question
                                  AND a.$notByRemoved)
                            ELSE 0 END AS answered
                OFFSET 0
            ) n
            """.replace("$notByRemoved", AnswerCounts.notByRemoved("g.id"));

    static final String ANSWERS =
            "SELECT g.id, g.seq, n.answered FROM unnest($1::uuid[]) AS k (id)\n" + GAMES + ANSWERED;

    /** Who has not answered is looked for only where so many answers are stored that it may be nobody. */
    static final String WHOLE = """
            SELECT g.id, g.seq, n.answered, c.listed, c.who, c.present,
                   c.present > 0 AND n.answered >= c.present AND NOT EXISTS (
                       SELECT FROM player p
                       LEFT JOIN answer a ON a.game_id = p.game_id AND a.question = g.question AND a.player_id = p.id
                       WHERE p.game_id = g.id AND $present AND a.player_id IS NULL) AS complete
            FROM unnest($1::uuid[]) AS k (id)
            $games$answered
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE $listed) AS listed, $who, count(*) FILTER (WHERE $present) AS present
                FROM player p
                WHERE p.game_id = g.id
            ) c
            """.replace("$games", GAMES)
            .replace("$answered", ANSWERED)
            .replace("$listed", Roster.LISTED)
            .replace("$who", Roster.WHO)
            .replace("$present", Presence.PRESENT)
            .replace("$now", "$2::bigint");

    /** Counts seats and answers of many games in one query. */
    public static Future<List<Count>> whole(Pool pool, List<UUID> games, long now) {
        return HashJoins.query(
                pool,
                client -> client.preparedQuery(WHOLE)
                        .execute(Tuple.of(games.toArray(UUID[]::new), now))
                        .map(rows -> rows.stream()
                                .map(row -> of(row, seats(row), row.getBoolean("complete")))
                                .toList()));
    }

    /** Counts answers alone, which costs a small part of that. */
    public static Future<List<Count>> answers(Pool pool, List<UUID> games) {
        return pool.preparedQuery(ANSWERS)
                .execute(Tuple.of(games.toArray(UUID[]::new)))
                .map(rows -> rows.stream().map(row -> of(row, null, false)).toList());
    }

    private static Seated seats(Row row) {
        return new Seated(row.getInteger("listed"), row.getLong("who"), row.getInteger("present"));
    }

    private static Count of(Row row, Seated seats, boolean complete) {
        return new Count(row.getUUID("id"), row.getLong("seq"), seats, row.getInteger("answered"), complete);
    }
}
