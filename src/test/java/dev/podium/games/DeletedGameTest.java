package dev.podium.games;

import static dev.podium.games.OpenGames.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** No constraint ties answers and seats to their game. */
@QuarkusTest
class DeletedGameTest {
    private static final int PLAYERS = 300;

    @Inject
    Pool pool;

    @Test
    void answers_and_seats_go_with_their_game() {
        var games = new OpenGames(pool);
        var game = games.open();
        games.players(game, PLAYERS);
        await(pool.preparedQuery("INSERT INTO answer (game_id, question, player_id, id, body, at, elapsed_ms, points)"
                        + " SELECT $1, 0, id, id::text, '{}', 0, 0, 0 FROM player WHERE game_id = $1")
                .execute(Tuple.of(game)));
        assertThat(count("answer", game)).isEqualTo(PLAYERS);
        assertThat(count("player", game)).isEqualTo(PLAYERS);
        await(pool.preparedQuery("DELETE FROM game WHERE id = $1").execute(Tuple.of(game)));
        assertThat(count("answer", game)).isZero();
        assertThat(count("player", game)).isZero();
    }

    private long count(String table, UUID game) {
        return await(pool.preparedQuery("SELECT count(*) FROM " + table + " WHERE game_id = $1")
                        .execute(Tuple.of(game)))
                .iterator()
                .next()
                .getLong(0);
    }
}
