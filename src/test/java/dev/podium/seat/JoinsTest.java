package dev.podium.seat;

import static dev.podium.database.Explained.plan;
import static dev.podium.games.OpenGames.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.game.Nickname;
import dev.podium.game.Plan;
import dev.podium.game.Scoring;
import dev.podium.game.Settings;
import dev.podium.games.OpenGames;
import dev.podium.library.ChosenSettings;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hall with many who are called the same. */
@QuarkusTest
class JoinsTest {
    private static final Teams.Rule NO_TEAMS = new Teams.Rule(List.of(), 0);

    private static final int ANNAS = 500;

    @Inject
    Pool pool;

    @Inject
    Joins joins;

    private UUID game;

    @BeforeEach
    void fill() {
        game = new OpenGames(pool).open();
        await(pool.preparedQuery(
                        "INSERT INTO player (game_id, id, key, ticket, nickname, folded, joined_at)"
                                + " SELECT $1, gen_random_uuid(), n::text, n::text, 'Anna ' || n, 'anna ' || n, 0 FROM generate_series(1, $2) n")
                .execute(Tuple.of(game, ANNAS)));
    }

    @Test
    void a_taken_name_gets_a_free_one_like_it() {
        var taken = await(joins.submit(request("Anna 7")));
        assertThat(taken).isInstanceOf(Joins.Result.Taken.class);
        var free = ((Joins.Result.Taken) taken).free();
        assertThat(free).isPresent();
        assertThat(await(joins.submit(request(free.get())))).isInstanceOf(Joins.Result.Seated.class);
    }

    @Test
    void who_asks_together_for_one_name_is_offered_different_ones() {
        var asked = IntStream.range(0, 3)
                .mapToObj(i -> joins.submit(request("Anna 7")))
                .toList();
        assertThat(asked)
                .extracting(
                        result -> ((Joins.Result.Taken) await(result)).free().orElseThrow())
                .doesNotHaveDuplicates();
    }

    @Test
    void as_many_may_have_left_without_a_trace_as_may_be_there() {
        var few = new Settings(Scoring.SPEED, true, true, 0, true, List.of(), false, false, 3);
        game = new OpenGames(pool).lobby(new Plan("Test", null, few, List.of()));
        seats(3, "vacated");
        assertThat(await(joins.submit(request("Ada")))).isInstanceOf(Joins.Result.Seated.class);
        seats(1, "vacated");
        assertThat(await(joins.submit(request("Bob")))).isInstanceOf(Joins.Result.Full.class);
    }

    @Test
    void a_thousand_wait_at_a_door_and_no_more() throws Exception {
        var door = new ObjectMapper().readValue("{\"approval\": true}", ChosenSettings.class);
        game = new OpenGames(pool).lobby(new Plan("Test", null, door.settings(), List.of()));
        seats(999, "waiting");
        assertThat(await(joins.submit(request("Ada")))).isInstanceOf(Joins.Result.Seated.class);
        assertThat(await(joins.submit(request("Bob")))).isInstanceOf(Joins.Result.Full.class);
    }

    private void seats(int number, String how) {
        await(pool.preparedQuery(
                        "INSERT INTO player (game_id, id, key, ticket, nickname, folded, joined_at, " + how + ")"
                                + " SELECT $1, id, id::text, id::text, 'x', CASE WHEN $3 THEN NULL ELSE id::text END, 0, true"
                                + " FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $2)) AS drawn")
                .execute(Tuple.of(game, number, how.equals("vacated"))));
    }

    @Test
    void looking_for_a_free_name_reads_no_more_seats_than_it_has_names() {
        var names = new String[] {"anna 2", "anna 3", "anna 4", "anna 9999"};
        assertThat(plan(pool, Returns.FREE, Tuple.from(List.of(game, names))))
                .filteredOn(line -> line.contains(" on player"))
                .isNotEmpty()
                .allMatch(line -> line.contains("using player_nickname") && line.contains("loops=4"));
    }

    private Joins.Request request(String name) {
        return new Joins.Request(
                game,
                UUID.randomUUID().toString(),
                Nickname.of(name).orElseThrow(),
                null,
                NO_TEAMS,
                null,
                UUID.randomUUID(),
                1_000);
    }
}
