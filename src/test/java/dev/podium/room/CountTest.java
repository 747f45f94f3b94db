package dev.podium.room;

import static dev.podium.database.Explained.joinedByHashing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.database.Explained;
import dev.podium.games.OpenGames;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A game that has just filled, of which PostgreSQL has no statistics: counting it must not cost the square of its seats. */
@QuarkusTest
class CountTest {
    private static final int PLAYERS = 300;

    @Inject
    Pool pool;

    private UUID game;

    @BeforeEach
    void fill() {
        var games = new OpenGames(pool);
        game = games.open();
        games.players(game, PLAYERS);
    }

    @Test
    void counting_the_seats_compares_no_seat_with_all_answers() {
        assertThat(joinedByHashing(pool, Count.WHOLE, Tuple.of(new UUID[] {game}, 0L)))
                .noneMatch(line -> Explained.onceForEach(PLAYERS, line));
    }

    @Test
    void counting_answers_leaves_all_seats_but_the_removed_alone() {
        assertThat(joinedByHashing(pool, Count.ANSWERS, Tuple.of(new UUID[] {game})))
                .anyMatch(line -> line.contains("on answer"))
                .noneMatch(line -> line.matches(".*Scan (using|on) player_.*") && !line.contains("player_removed"));
    }

    @Test
    void counting_a_game_reads_no_other() {
        var games = new OpenGames(pool);
        for (int i = 0; i < 3; i++) games.open();
        assertThat(joinedByHashing(pool, Count.WHOLE, Tuple.of(new UUID[] {game}, 0L)))
                .filteredOn(line -> line.contains(" on game"))
                .isNotEmpty()
                .allMatch(line -> line.contains("rows=1.00 loops=1"));
    }

    @Test
    void counting_those_who_steer_reads_no_other_game() {
        var asked = Tuple.of(UUID.randomUUID(), new UUID[] {game}, new Integer[] {1}, 0L);
        assertThat(Explained.plan(pool, Desks.NOTE, asked))
                .anyMatch(line -> line.contains("Index") && line.matches(".* on game( .*)?"))
                .noneMatch(line -> line.matches(".*Seq Scan on game( .*)?"));
    }
}
