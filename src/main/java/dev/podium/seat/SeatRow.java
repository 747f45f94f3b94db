package dev.podium.seat;

import dev.podium.database.HashJoins;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A seat with its answer to the current question, as one snapshot of the database shows them.
 *
 * @param holder the socket that holds the seat now
 * @param waiting whether a host has still to let it in
 * @param extra percent of more time for each question
 * @param answer the stored answer to the current question as JSON, or null
 * @param fraction null without an answer or for unscored kinds
 */
public record SeatRow(
        UUID player,
        String nickname,
        String team,
        String ticket,
        UUID holder,
        boolean removed,
        boolean waiting,
        int extra,
        Integer rttMs,
        int score,
        int rank,
        int delta,
        int moved,
        int streak,
        int correct,
        String answer,
        Double fraction,
        Integer elapsedMs) {

    /** @param seq the game's at the moment of reading: these rows belong to the state with that number; {@link #NO_GAME} when there is none */
    public record Read(long seq, Map<UUID, SeatRow> rows) {}

    public static final long NO_GAME = -1;

    private static final String COLUMNS =
            "p.id, p.nickname, p.team, p.ticket, p.holder, p.removed, p.waiting, p.extra, p.rtt_ms, p.score, p.rank,"
                    + " p.delta, p.moved, p.streak, p.correct";

    static final String ALL = "SELECT g.seq, " + COLUMNS + """
            , a.body::text AS body, a.fraction, a.elapsed_ms
            FROM game g
            LEFT JOIN player p ON p.game_id = g.id AND p.id = ANY ($2)
            LEFT JOIN answer a ON a.game_id = g.id AND a.question = g.question AND a.player_id = p.id
            WHERE g.id = $1
            """;

    /** Probes of keys, whatever the planner thinks of the game. */
    private static final String SOME = """
            SELECT g.seq, p.*, a.*
            FROM game g
            LEFT JOIN unnest($2::uuid[]) AS asked (id) ON true
            LEFT JOIN LATERAL (SELECT $columns FROM player p WHERE p.game_id = g.id AND p.id = asked.id LIMIT 1) p ON true
            LEFT JOIN LATERAL (
                SELECT body::text AS body, fraction, elapsed_ms
                FROM answer WHERE game_id = g.id AND question = g.question AND player_id = p.id LIMIT 1) a ON true
            WHERE g.id = $1
            """.replace("$columns", COLUMNS);

    /** Reads the parts of all who are here and the seq they belong to from one snapshot. */
    public static Future<Read> all(Pool pool, UUID game, Collection<UUID> players) {
        return HashJoins.query(pool, client -> read(client, ALL, game, players));
    }

    /** The same for a few. */
    public static Future<Read> some(SqlClient client, UUID game, Collection<UUID> players) {
        return read(client, SOME, game, players);
    }

    private static Future<Read> read(SqlClient client, String sql, UUID game, Collection<UUID> players) {
        return client.preparedQuery(sql)
                .execute(Tuple.from(List.of(game, players.toArray(UUID[]::new))))
                .map(rows -> {
                    var read = new HashMap<UUID, SeatRow>();
                    long seq = NO_GAME;
                    for (var row : rows) {
                        seq = row.getLong("seq");
                        if (row.getUUID("id") != null) read.put(row.getUUID("id"), of(row));
                    }
                    return new Read(seq, read);
                });
    }

    private static SeatRow of(Row row) {
        return new SeatRow(
                row.getUUID("id"),
                row.getString("nickname"),
                row.getString("team"),
                row.getString("ticket"),
                row.getUUID("holder"),
                row.getBoolean("removed"),
                row.getBoolean("waiting"),
                row.getInteger("extra"),
                row.getInteger("rtt_ms"),
                row.getInteger("score"),
                row.getInteger("rank"),
                row.getInteger("delta"),
                row.getInteger("moved"),
                row.getInteger("streak"),
                row.getInteger("correct"),
                row.getString("body"),
                row.getDouble("fraction"),
                row.getInteger("elapsed_ms"));
    }

    public SeatRow withAnswer(String stored) {
        return answering(stored, fraction, elapsedMs);
    }

    public SeatRow withoutAnswer() {
        return answering(null, null, null);
    }

    private SeatRow answering(String body, Double right, Integer elapsed) {
        return new SeatRow(
                player, nickname, team, ticket, holder, removed, waiting, extra, rttMs, score, rank, delta, moved,
                streak, correct, body, right, elapsed);
    }
}
