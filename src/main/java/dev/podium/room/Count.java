package dev.podium.room;

import dev.podium.database.HashJoins;
import dev.podium.game.Game;
import dev.podium.seat.Presence;
import dev.podium.tally.AnswerCounts;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How many there are in a game, at some moment.
 *
 * @param seats null where only answers were counted
 * @param answered of the open question, all stored answers
 * @param inTime those that were there before only those with more time could answer
 * @param handed the tickets of seats that went to another phone a moment ago, by player
 * @param complete whether somebody is present, and everybody who is has answered; false where only answers were counted
 */
public record Count(
        UUID game, long seq, Seated seats, int answered, int inTime, Map<UUID, String> handed, boolean complete) {

    /**
     * The seats of a game.
     *
     * @param players those that are neither removed nor left
     * @param who a hash of them, as in {@link Roster#WHO}
     * @param present those whose players are there
     */
    record Seated(int players, long who, int present) {}

    /** For so long after it went to another phone a seat's old socket is looked for. */
    private static final int HANDED_MS = 10_000;

    /** Games are probed by their keys: joined by hashing, every game that was ever played would be read. */
    private static final String GAMES =
            "CROSS JOIN LATERAL (SELECT id, seq, phase, question, closes_at FROM game WHERE id = k.id OFFSET 0) g\n";

    private static final String ANSWERED = """
            CROSS JOIN LATERAL (
                SELECT count(*) AS answered, count(*) FILTER (WHERE coalesce(a.at <= g.closes_at + $onTheirWay, true)) AS in_time
                FROM answer a
                WHERE g.phase = 'question' AND a.game_id = g.id AND a.question = g.question AND a.$notByRemoved
            ) n
            """.replace("$onTheirWay", Long.toString(Game.ON_THEIR_WAY_MS))
            .replace("$notByRemoved", AnswerCounts.notByRemoved("g.id"));

    static final String ANSWERS =
            "SELECT g.id, g.seq, n.answered, n.in_time FROM unnest($1::uuid[]) AS k (id)\n" + GAMES + ANSWERED;

    /** Who has not answered is looked for only where so many answers are stored that it may be nobody. */
    static final String WHOLE = """
            SELECT g.id, g.seq, n.answered, n.in_time, c.listed, c.who, c.present, c.handed, c.tickets,
                   c.present > 0 AND n.answered >= c.present AND NOT EXISTS (
                       SELECT FROM player p
                       LEFT JOIN answer a ON a.game_id = p.game_id AND a.question = g.question AND a.player_id = p.id
                       WHERE p.game_id = g.id AND $present AND a.player_id IS NULL) AS complete
            FROM unnest($1::uuid[]) AS k (id)
            $games$answered
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE $listed) AS listed, $who, count(*) FILTER (WHERE $present) AS present,
                       array_agg(p.id) FILTER (WHERE p.handed_at > $now - $handed) AS handed,
                       array_agg(p.ticket) FILTER (WHERE p.handed_at > $now - $handed) AS tickets
                FROM player p
                WHERE p.game_id = g.id
            ) c
            """.replace("$games", GAMES)
            .replace("$answered", ANSWERED)
            .replace("$listed", Roster.LISTED)
            .replace("$who", Roster.WHO)
            .replace("$present", Presence.PRESENT)
            .replace("$now", "$2::bigint")
            .replace("$handed", Integer.toString(HANDED_MS));

    /** Counts seats and answers of many games in one query. */
    public static Future<List<Count>> whole(Pool pool, List<UUID> games, long now) {
        return HashJoins.query(
                pool,
                client -> client.preparedQuery(WHOLE)
                        .execute(Tuple.of(games.toArray(UUID[]::new), now))
                        .map(rows -> rows.stream()
                                .map(row -> of(row, seats(row), handed(row), row.getBoolean("complete")))
                                .toList()));
    }

    /** Counts answers alone, which costs a small part of that. */
    public static Future<List<Count>> answers(Pool pool, List<UUID> games) {
        return pool.preparedQuery(ANSWERS)
                .execute(Tuple.of(games.toArray(UUID[]::new)))
                .map(rows ->
                        rows.stream().map(row -> of(row, null, Map.of(), false)).toList());
    }

    private static Seated seats(Row row) {
        return new Seated(row.getInteger("listed"), row.getLong("who"), row.getInteger("present"));
    }

    private static Map<UUID, String> handed(Row row) {
        var players = row.getArrayOfUUIDs("handed");
        if (players == null) return Map.of();
        var tickets = row.getArrayOfStrings("tickets");
        var handed = new HashMap<UUID, String>();
        for (int i = 0; i < players.length; i++) handed.put(players[i], tickets[i]);
        return handed;
    }

    private static Count of(Row row, Seated seats, Map<UUID, String> handed, boolean complete) {
        return new Count(
                row.getUUID("id"),
                row.getLong("seq"),
                seats,
                row.getInteger("answered"),
                row.getInteger("in_time"),
                handed,
                complete);
    }
}
