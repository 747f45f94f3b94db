package dev.podium.live;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * How many there are in a game, at some moment.
 *
 * @param players seats that are neither removed nor left
 * @param newest when the last seat was taken; with {@code players} it tells whether the roster has changed
 * @param present of the players, those who count as present
 * @param answered of the open question, all stored answers
 * @param waiting those present who have not answered it
 */
record Count(UUID game, long seq, int players, long newest, int present, int answered, int waiting) {
    static final String SELECT = """
            SELECT g.id, g.seq, c.players, c.newest, c.present, c.waiting,
                   CASE WHEN g.phase = 'question'
                        THEN (SELECT count(*) FROM answer a WHERE a.game_id = g.id AND a.question = g.question)
                        ELSE 0 END AS answered
            FROM game g CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE NOT p.removed AND NOT p.gone) AS players, coalesce(max(p.joined_at), 0) AS newest,
                       count(*) FILTER (WHERE $present) AS present,
                       count(*) FILTER (WHERE $present AND a.player_id IS NULL) AS waiting
                FROM player p
                LEFT JOIN instance i ON i.id = p.instance_id
                LEFT JOIN answer a ON g.phase = 'question' AND a.game_id = g.id AND a.question = g.question
                                  AND a.player_id = p.id
                WHERE p.game_id = g.id
            ) c
            WHERE g.id = ANY ($1)
            """.replace("$present", Seats.PRESENT).replace("$now", "$2::bigint");

    /** Counts many games in one query. */
    static Future<List<Count>> read(Pool pool, Collection<UUID> games, long now) {
        return AllSeats.query(
                pool,
                client -> client.preparedQuery(SELECT)
                        .execute(Tuple.of(games.toArray(UUID[]::new), now))
                        .map(rows -> rows.stream()
                                .map(row -> new Count(
                                        row.getUUID("id"),
                                        row.getLong("seq"),
                                        row.getInteger("players"),
                                        row.getLong("newest"),
                                        row.getInteger("present"),
                                        row.getInteger("answered"),
                                        row.getInteger("waiting")))
                                .toList()));
    }
}
