package dev.podium.live;

import static dev.podium.live.OpenGames.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A game that has just filled, of which PostgreSQL has no statistics: nothing may cost the square of its seats. */
@QuarkusTest
class BigGameTest {
    private static final int PLAYERS = 300;

    @Inject
    Pool pool;

    @Inject
    GameStore store;

    @Inject
    AnswerBuffer answers;

    private UUID game;
    private UUID[] players;

    @BeforeEach
    void fill() {
        var games = new OpenGames(pool, store);
        game = games.open();
        players = games.players(game, PLAYERS).toArray(UUID[]::new);
    }

    @Test
    void counting_the_seats_compares_no_seat_with_all_answers() {
        assertThat(plan(Count.WHOLE, Tuple.of(new UUID[] {game}, 0L))).noneMatch(BigGameTest::joinsAllWithAll);
    }

    @Test
    void counting_answers_leaves_seats_alone() {
        assertThat(plan(Count.ANSWERS, Tuple.of(new UUID[] {game})))
                .anyMatch(line -> line.contains("on answer"))
                .noneMatch(line -> line.contains("on player"));
    }

    @Test
    void counting_a_game_reads_no_other() {
        var games = new OpenGames(pool, store);
        for (int i = 0; i < 3; i++) games.open();
        assertThat(plan(Count.WHOLE, Tuple.of(new UUID[] {game}, 0L)))
                .filteredOn(line -> line.contains(" on game"))
                .isNotEmpty()
                .allMatch(line -> line.contains("rows=1.00 loops=1"));
    }

    @Test
    void reading_the_seats_compares_no_seat_with_all_answers() {
        assertThat(plan(SeatRow.ALL, Tuple.from(List.of(game, players)))).noneMatch(BigGameTest::joinsAllWithAll);
    }

    @Test
    void closing_compares_no_seat_with_all_answers_or_all_seats() {
        assertThat(plan(Scores.ADD, Tuple.of(game, 0, true, true))).noneMatch(BigGameTest::joinsAllWithAll);
    }

    @Test
    void answers_and_seats_go_with_their_game() {
        var stored = new ArrayList<AnswerBuffer.Entry>();
        for (var player : players) stored.add(OpenGames.answer(game, player));
        stored.stream().map(answers::submit).toList().forEach(OpenGames::await);
        assertThat(count("answer")).isEqualTo(PLAYERS);
        assertThat(count("player")).isEqualTo(PLAYERS);
        await(pool.preparedQuery("DELETE FROM game WHERE id = $1").execute(Tuple.of(game)));
        assertThat(count("answer")).isZero();
        assertThat(count("player")).isZero();
    }

    private long count(String table) {
        return await(pool.preparedQuery("SELECT count(*) FROM " + table + " WHERE game_id = $1")
                        .execute(Tuple.of(game)))
                .iterator()
                .next()
                .getLong(0);
    }

    /** The plan as it was carried out, with how often each part of it ran. */
    private List<String> plan(String sql, Tuple parameters) {
        return await(AllSeats.query(
                pool,
                client -> client.preparedQuery("EXPLAIN (ANALYZE, TIMING OFF) " + sql)
                        .execute(parameters)
                        .map(rows -> {
                            List<String> lines = new ArrayList<>();
                            rows.forEach(row -> lines.add(row.getString(0)));
                            return lines;
                        })));
    }

    /** A part of the plan that is carried out once for each seat. */
    private static boolean joinsAllWithAll(String line) {
        return line.contains("loops=" + PLAYERS);
    }
}
