package dev.podium.answer;

import static dev.podium.answer.AnswerEntries.BODY;
import static dev.podium.answer.AnswerEntries.answer;
import static dev.podium.games.OpenGames.CLOSES_AT;
import static dev.podium.games.OpenGames.OPENS_AT;
import static dev.podium.games.OpenGames.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podium.game.Game;
import dev.podium.games.OpenGames;
import dev.podium.seat.Moderation;
import dev.podium.traces.Traced;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers of many games in one statement. */
@QuarkusTest
class AnswerStoreTest {
    @Inject
    Pool pool;

    @Inject
    AnswerStore answers;

    private OpenGames games;

    @BeforeEach
    void start() {
        games = new OpenGames(pool);
    }

    @Test
    void one_bad_row_in_500_over_50_games_harms_no_neighbour() {
        var entries = new ArrayList<AnswerStore.Entry>();
        for (int g = 0; g < 50; g++) {
            var game = games.open();
            for (int p = 0; p < 10; p++) {
                boolean bad = g == 23 && p == 4;
                entries.add(answer(game, games.player(game), bad ? "{not json" : BODY, 2_000, OPENS_AT));
            }
        }
        var results = entries.stream()
                .map(entry -> answers.submit(entry, Traced.NONE))
                .toList();
        for (int i = 0; i < results.size(); i++) {
            var result = results.get(i);
            if (entries.get(i).body().equals(BODY)) {
                assertThat(await(result)).isInstanceOf(AnswerStore.Outcome.Saved.class);
            } else {
                assertThatThrownBy(() -> await(result)).hasCauseInstanceOf(PgException.class);
            }
        }
    }

    @Test
    void the_last_answer_in_time_is_saved_and_the_next_is_late() {
        var game = games.open();
        var inTime = answer(game, games.player(game), BODY, CLOSES_AT + Game.ON_THEIR_WAY_MS, OPENS_AT);
        var tooLate = answer(game, games.player(game), BODY, CLOSES_AT + Game.ON_THEIR_WAY_MS + 1, OPENS_AT);
        assertThat(await(answers.submit(inTime, Traced.NONE))).isInstanceOf(AnswerStore.Outcome.Saved.class);
        assertThat(await(answers.submit(tooLate, Traced.NONE))).isInstanceOf(AnswerStore.Outcome.Late.class);
    }

    @Test
    void an_answer_sent_twice_at_once_is_saved_once_and_then_a_duplicate() {
        var game = games.open();
        var entry = answer(game, games.player(game), BODY, 2_000, OPENS_AT);
        var first = answers.submit(entry, Traced.NONE);
        var second = answers.submit(entry, Traced.NONE);
        assertThat(await(first)).isInstanceOf(AnswerStore.Outcome.Saved.class);
        assertThat(await(second)).isEqualTo(new AnswerStore.Outcome.Duplicate("{\"text\": \"x\"}", true));
    }

    @Test
    void an_answer_scored_against_another_opening_is_scored_again() {
        var game = games.open();
        var player = games.player(game);
        assertThat(await(answers.submit(answer(game, player, BODY, 2_000, OPENS_AT - 500), Traced.NONE)))
                .isEqualTo(new AnswerStore.Outcome.Moved(OPENS_AT, 0));
        assertThat(await(answers.submit(answer(game, player, BODY, 2_000, OPENS_AT), Traced.NONE)))
                .isInstanceOf(AnswerStore.Outcome.Saved.class);
    }

    @Test
    void an_answer_waits_while_somebody_holds_the_game_and_is_never_saved_after_its_close() {
        var game = games.open();
        var player = games.player(game);
        var client = await(pool.getConnection());
        await(client.query("BEGIN").execute());
        await(client.preparedQuery("SELECT FROM game WHERE id = $1 FOR NO KEY UPDATE")
                .execute(Tuple.of(game)));
        var answer = answers.submit(answer(game, player, BODY, 2_000, OPENS_AT), Traced.NONE);
        var elsewhere = games.open();
        assertThat(await(
                        answers.submit(answer(elsewhere, games.player(elsewhere), BODY, 2_000, OPENS_AT), Traced.NONE)))
                .isInstanceOf(AnswerStore.Outcome.Saved.class);
        assertThat(answer.isComplete()).isFalse();
        await(client.preparedQuery("UPDATE game SET phase = 'reveal', since = 1500 WHERE id = $1")
                .execute(Tuple.of(game)));
        await(client.query("COMMIT").execute());
        await(client.close());
        assertThat(await(answer)).isInstanceOf(AnswerStore.Outcome.Late.class);
    }

    @Test
    void a_removed_seat_saves_nothing() {
        var game = games.open();
        var player = games.player(game);
        await(Moderation.remove(pool, game, player));
        assertThat(await(answers.submit(answer(game, player, BODY, 2_000, OPENS_AT), Traced.NONE)))
                .isInstanceOf(AnswerStore.Outcome.Removed.class);
    }
}
