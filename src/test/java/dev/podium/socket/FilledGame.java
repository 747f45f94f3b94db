package dev.podium.socket;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A crowd's game, written straight into the database: every seat has answered every question, and all of them are over.
 *
 * <p>Of choices the first half of the crowd took the first, the others the second one; texts and numbers are what {@code
 * word} and {@code number}, SQL over the seat's number {@code n}, give.
 */
record FilledGame(UUID id, DataSource database) {
    /** Fills a game that was opened over HTTP and has {@code questions} questions. */
    static FilledGame of(DataSource database, String id, int questions, int players, String word, String number)
            throws SQLException {
        var game = new FilledGame(UUID.fromString(id), database);
        game.run("""
                INSERT INTO player (game_id, id, key, ticket, nickname, folded, joined_at, gone)
                SELECT ?, gen_random_uuid(), gen_random_uuid()::text, gen_random_uuid()::text,
                       'Anna ' || n, 'anna ' || n, n, true FROM generate_series(1, %d) AS n""".formatted(players));
        game.run("""
                INSERT INTO answer (game_id, question, player_id, id, body, at, elapsed_ms, fraction, points)
                SELECT g.id, i, p.id, i::text,
                       CASE q ->> 'kind'
                           WHEN 'text' THEN jsonb_build_object('text', %s)
                           WHEN 'number' THEN jsonb_build_object('number', %s)
                           ELSE jsonb_build_object('choices', jsonb_build_array(
                               q -> 'choices' -> (CASE WHEN n <= %d / 2 THEN 0 ELSE 1 END) -> 'id')) END,
                       n, 1000, (n %% 2)::float8, 500 * (n %% 2)
                FROM (SELECT id, questions FROM game WHERE id = ?) AS g, generate_series(0, %d) AS i,
                     LATERAL (SELECT g.questions -> i AS q) AS one,
                     (SELECT game_id, id, joined_at AS n FROM player) AS p WHERE p.game_id = g.id""".formatted(word, number, players, questions - 1));
        game.run("""
                INSERT INTO game_event (game_id, seq, at, type, body)
                SELECT ?, 1000 + n, 0, CASE n %% 2 WHEN 0 THEN 'readied' ELSE 'closed' END,
                       CASE n %% 2 WHEN 0 THEN jsonb_build_object('question', n / 2) ELSE '{}' END
                FROM generate_series(0, %d) AS n""".formatted(2 * questions - 1));
        game.run("""
                UPDATE player p SET score = s.score, correct = s.correct, rank = s.rank
                FROM (SELECT game_id, player_id, sum(points) AS score, count(*) FILTER (WHERE fraction = 1) AS correct,
                             rank() OVER (ORDER BY sum(points) DESC) AS rank
                      FROM answer WHERE game_id = ? GROUP BY 1, 2) AS s
                WHERE p.game_id = s.game_id AND p.id = s.player_id""");
        return game;
    }

    /** A statement with the game's id as its parameter. */
    void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
    }
}
