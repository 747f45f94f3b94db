package dev.podium.seat;

import static dev.podium.database.Explained.joinedByHashing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.database.Explained;
import dev.podium.games.OpenGames;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The seats of a game that has just filled, of which PostgreSQL has no statistics. */
@QuarkusTest
class SeatRowTest {
    private static final int PLAYERS = 300;

    @Inject
    Pool pool;

    @Test
    void reading_the_seats_compares_no_seat_with_all_answers() {
        var games = new OpenGames(pool);
        var game = games.open();
        var players = games.players(game, PLAYERS).toArray(UUID[]::new);
        assertThat(joinedByHashing(pool, SeatRow.ALL, Tuple.from(List.of(game, players))))
                .noneMatch(line -> Explained.onceForEach(PLAYERS, line));
    }
}
