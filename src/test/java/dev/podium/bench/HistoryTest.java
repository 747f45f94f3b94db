package dev.podium.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.client.HostDesk;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HistoryTest {
    private static final int GAMES = 70;
    private static final int ANSWERS = 1_000;
    private static final String TITLE = "History";

    @TestHTTPResource("/")
    URI base;

    @Inject
    DataSource source;

    @AfterEach
    void forget() throws SQLException {
        try (var database = source.getConnection();
                var statement = database.createStatement()) {
            statement.execute("DELETE FROM game WHERE title = '" + TITLE + "'");
        }
    }

    @Test
    void there_are_as_many_finished_games_and_answers_of_seats_as_asked_for_and_no_game_lives() throws SQLException {
        var desk = HostDesk.signIn(base, "host@podium.local", "podium");
        var quiz = desk.write(Quiz.of(10).put("title", TITLE));
        var like = UUID.fromString(desk.open(quiz, new JsonObject()).id());
        try (var database = source.getConnection()) {
            new History(GAMES, ANSWERS).fill(database, like, new Progress(false));
            assertThat(number(database, "SELECT count(*) FROM game WHERE title = 'History' AND finished_at IS NULL"))
                    .isZero();
            assertThat(number(database, "SELECT count(*) FROM game WHERE title = 'History' AND phase = 'finished'"))
                    .isEqualTo(GAMES);
            assertThat(number(database, """
                            SELECT count(*) FROM answer a JOIN player p ON p.game_id = a.game_id AND p.id = a.player_id
                            JOIN game g ON g.id = a.game_id WHERE g.title = 'History'
                            """)).isEqualTo(ANSWERS);
        }
    }

    private static long number(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
