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
 * @param answered of the open question, all stored answers
 * @param complete whether somebody is present, and everybody who is has answered
 */
record Count(UUID game, long seq, int players, long newest, int answered, boolean complete) {
    /** Who has not answered is looked for only where so many answers are stored that it may be nobody. */
    static final String SELECT = """
            SELECT g.id, g.seq, c.players, c.newest, c.answered,
                   c.present > 0 AND c.answered >= c.present AND NOT EXISTS (
                       SELECT FROM player p
                       LEFT JOIN instance i ON i.id = p.instance_id
                       LEFT JOIN answer a ON a.game_id = p.game_id AND a.question = g.question AND a.player_id = p.id
                       WHERE p.game_id = g.id AND $present AND a.player_id IS NULL) AS complete
            FROM game g CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE NOT p.removed AND NOT p.gone) AS players, coalesce(max(p.joined_at), 0) AS newest,
                       count(*) FILTER (WHERE $present) AS present,
                       CASE WHEN g.phase = 'question'
                            THEN (SELECT count(*) FROM answer a WHERE a.game_id = g.id AND a.question = g.question)
                            ELSE 0 END AS answered
                FROM player p
                LEFT JOIN instance i ON i.id = p.instance_id
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
                                        row.getInteger("answered"),
                                        row.getBoolean("complete")))
                                .toList()));
    }
}
