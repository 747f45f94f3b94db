package dev.podium.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podium.game.Common;
import dev.podium.game.Game;
import dev.podium.game.Plan;
import dev.podium.game.Question;
import dev.podium.game.Settings;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Answers of many games in one statement. */
@QuarkusTest
class AnswerBufferTest {
    private static final long OPENS_AT = 1_000;
    private static final long CLOSES_AT = 21_000;
    private static final String BODY = "{\"text\":\"x\"}";

    @Inject
    Pool pool;

    @Inject
    GameStore store;

    @Inject
    AnswerBuffer answers;

    @Test
    void one_bad_row_in_500_over_50_games_harms_no_neighbour() {
        var entries = new ArrayList<AnswerBuffer.Entry>();
        for (int g = 0; g < 50; g++) {
            var game = openGame();
            for (int p = 0; p < 10; p++) {
                boolean bad = g == 23 && p == 4;
                entries.add(entry(game, player(game, p), bad ? "{not json" : BODY, 2_000, OPENS_AT));
            }
        }
        var results = entries.stream().map(answers::submit).toList();
        for (int i = 0; i < results.size(); i++) {
            var result = results.get(i);
            if (entries.get(i).body().equals(BODY)) {
                assertThat(await(result)).isInstanceOf(AnswerBuffer.Outcome.Saved.class);
            } else {
                assertThatThrownBy(() -> await(result)).hasCauseInstanceOf(PgException.class);
            }
        }
    }

    @Test
    void the_last_answer_in_time_is_saved_and_the_next_is_late() {
        var game = openGame();
        var inTime = entry(game, player(game, 1), BODY, CLOSES_AT + AnswerBuffer.GRACE_MS, OPENS_AT);
        var tooLate = entry(game, player(game, 2), BODY, CLOSES_AT + AnswerBuffer.GRACE_MS + 1, OPENS_AT);
        assertThat(await(answers.submit(inTime))).isInstanceOf(AnswerBuffer.Outcome.Saved.class);
        assertThat(await(answers.submit(tooLate))).isInstanceOf(AnswerBuffer.Outcome.Late.class);
    }

    @Test
    void an_answer_sent_twice_at_once_is_saved_once_and_then_a_duplicate() {
        var game = openGame();
        var entry = entry(game, player(game, 1), BODY, 2_000, OPENS_AT);
        var first = answers.submit(entry);
        var second = answers.submit(entry);
        assertThat(await(first)).isInstanceOf(AnswerBuffer.Outcome.Saved.class);
        assertThat(await(second)).isEqualTo(new AnswerBuffer.Outcome.Duplicate("{\"text\": \"x\"}", true));
    }

    @Test
    void an_answer_scored_against_another_opening_is_scored_again() {
        var game = openGame();
        var player = player(game, 1);
        assertThat(await(answers.submit(entry(game, player, BODY, 2_000, OPENS_AT - 500))))
                .isEqualTo(new AnswerBuffer.Outcome.Moved(OPENS_AT));
        assertThat(await(answers.submit(entry(game, player, BODY, 2_000, OPENS_AT))))
                .isInstanceOf(AnswerBuffer.Outcome.Saved.class);
    }

    @Test
    void an_answer_waits_while_somebody_holds_the_game_and_is_never_saved_after_its_close() {
        var game = openGame();
        var player = player(game, 1);
        var client = await(pool.getConnection());
        await(client.query("BEGIN").execute());
        await(client.preparedQuery("SELECT FROM game WHERE id = $1 FOR NO KEY UPDATE")
                .execute(Tuple.of(game)));
        var answer = answers.submit(entry(game, player, BODY, 2_000, OPENS_AT));
        var elsewhere = openGame();
        assertThat(await(answers.submit(entry(elsewhere, player(elsewhere, 1), BODY, 2_000, OPENS_AT))))
                .isInstanceOf(AnswerBuffer.Outcome.Saved.class);
        assertThat(answer.toCompletableFuture()).isNotDone();
        await(client.preparedQuery("UPDATE game SET phase = 'reveal', since = 1500 WHERE id = $1")
                .execute(Tuple.of(game)));
        await(client.query("COMMIT").execute());
        await(client.close());
        assertThat(await(answer)).isInstanceOf(AnswerBuffer.Outcome.Late.class);
    }

    @Test
    void a_removed_seat_saves_nothing() {
        var game = openGame();
        var player = player(game, 1);
        await(Seats.remove(pool, game, player));
        assertThat(await(answers.submit(entry(game, player, BODY, 2_000, OPENS_AT))))
                .isInstanceOf(AnswerBuffer.Outcome.Removed.class);
    }

    private static AnswerBuffer.Entry entry(UUID game, UUID player, String body, long at, Long opensAt) {
        return new AnswerBuffer.Entry(
                game, 0, player, UUID.randomUUID(), UUID.randomUUID().toString(), body, at, opensAt, 0, 1.0, 1_000);
    }

    private UUID openGame() {
        var owner = await(pool.query("SELECT id FROM host LIMIT 1").execute())
                .iterator()
                .next()
                .getUUID(0);
        var question = new Question.Text(new Common("?", null, 20_000, 1_000, null), List.of("x"));
        var plan = new Plan("Test", null, Settings.DEFAULT, List.of(question));
        var frozen = new Frozen(UUID.randomUUID(), owner, null, Pins.draw(), Pins.screenToken(), plan, 0);
        assertThat(await(store.insert(pool, frozen, Game.opened(0), 0))).isTrue();
        // No due time: no clock closes it meanwhile.
        await(pool.preparedQuery(
                        "UPDATE game SET phase = 'question', question = 0, opens_at = $2, closes_at = $3 WHERE id = $1")
                .execute(Tuple.of(frozen.id(), OPENS_AT, CLOSES_AT)));
        return frozen.id();
    }

    private UUID player(UUID game, int number) {
        var id = UUID.randomUUID();
        await(pool.preparedQuery("INSERT INTO player (game_id, id, key, ticket, nickname, folded, joined_at)"
                        + " VALUES ($1, $2, $3, $3, $3, $3, 0)")
                .execute(Tuple.of(game, id, "player " + number)));
        return id;
    }

    private static <T> T await(Future<T> future) {
        return await(future.toCompletionStage());
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
