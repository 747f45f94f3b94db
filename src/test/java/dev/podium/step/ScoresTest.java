package dev.podium.step;

import static dev.podium.database.Explained.joinedByHashing;
import static dev.podium.games.OpenGames.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.database.Explained;
import dev.podium.game.Plan;
import dev.podium.game.Question;
import dev.podium.game.QuestionBasics;
import dev.podium.game.Scoring;
import dev.podium.game.Settings;
import dev.podium.game.Standings;
import dev.podium.games.OpenGames;
import dev.podium.seat.Moderation;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The points that SQL adds are those of the rules. */
@QuarkusTest
class ScoresTest {
    private static final int PLAYERS = 40;
    private static final int QUESTIONS = 12;

    @Inject
    Pool pool;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_random_game_ends_with_the_scores_of_the_rules(long seed) {
        var random = new Random(seed);
        var settings = new Settings(
                seed % 3 == 0 ? Scoring.ACCURACY : Scoring.SPEED,
                true,
                seed % 2 == 0,
                0,
                true,
                List.of(),
                false,
                false,
                Settings.MAX_PLAYERS);
        var questions = new ArrayList<Question>();
        for (int i = 0; i < QUESTIONS; i++) questions.add(question(random.nextInt(4)));
        var game = game(new Plan("Test", null, settings, questions));
        var lines = new ArrayList<Standings.Line>();
        for (int i = 0; i < PLAYERS; i++) lines.add(Standings.Line.joined(player(game, i)));
        List<Standings.Line> expected = lines;

        for (int q = 0; q < QUESTIONS; q++) {
            boolean counts = random.nextInt(5) > 0;
            var question = questions.get(q);
            var results = new HashMap<UUID, Standings.Result>();
            for (var line : lines) {
                if (random.nextInt(3) == 0) continue;
                double fraction = question.graded() ? random.nextInt(3) / 2.0 : 0;
                int points = question.scored() ? (int) (fraction * random.nextInt(500, 1_000)) : 0;
                answer(game, q, line.player(), question.graded() ? fraction : null, points);
                results.put(line.player(), new Standings.Result(fraction, points));
            }
            await(Scores.add(pool, game, q, question, counts, settings));
            expected = counts ? Standings.after(expected, results, question, settings) : Standings.untouched(expected);
            assertThat(stored(game)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void a_removed_player_has_no_rank_and_takes_none() {
        var settings = Settings.DEFAULT;
        var question = question(2);
        var game = game(new Plan("Test", null, settings, List.of(question)));
        var best = player(game, 0);
        var next = player(game, 1);
        answer(game, 0, best, 1.0, 900);
        answer(game, 0, next, 1.0, 800);
        await(Moderation.remove(pool, game, best));
        await(Scores.add(pool, game, 0, question, true, settings));
        assertThat(stored(game)).containsExactly(new Standings.Line(next, 800, 1, 1, 1, 800, 0));
    }

    /** The one statement sees the seat left, the other does not see it yet: the answer was acknowledged, so it counts. */
    @Test
    void who_left_in_the_moment_an_answer_was_stored_has_answered_and_who_waits_has_not_come() {
        var game = game(new Plan("Test", null, Settings.DEFAULT, List.of(question(2))));
        var answered = player(game, 0);
        answer(game, 0, answered, 1.0, 900);
        mark(game, answered, "vacated");
        mark(game, player(game, 1), "vacated");
        mark(game, player(game, 2), "waiting");
        await(Scores.add(pool, game, 0, question(2), true, Settings.DEFAULT));
        assertThat(stored(game)).containsExactly(new Standings.Line(answered, 900, 1, 1, 1, 900, 0));
    }

    private void mark(UUID game, UUID player, String how) {
        await(pool.preparedQuery("UPDATE player SET " + how + " = true WHERE game_id = $1 AND id = $2")
                .execute(Tuple.of(game, player)));
    }

    @Test
    void closing_compares_no_seat_with_all_answers_or_all_seats() {
        var games = new OpenGames(pool);
        var game = games.open();
        games.players(game, 300);
        assertThat(joinedByHashing(pool, Scores.ADD, Tuple.of(game, 0, true, true)))
                .noneMatch(line -> Explained.onceForEach(300, line));
    }

    @Test
    void putting_down_what_a_round_gave_reads_no_round_before_it() {
        var games = new OpenGames(pool);
        var game = games.open();
        games.players(game, 300);
        var second = new Integer[] {7, 8};
        var plan = joinedByHashing(
                pool, RoundResults.CLOSE, Tuple.of(game, second, 1, false, new Integer[] {10, 8, 6, 4, 2}, 1));
        assertThat(plan)
                .noneMatch(line -> Explained.onceForEach(300, line) && line.contains(" on answer"))
                .noneMatch(line -> line.contains("Seq Scan on answer"))
                .anyMatch(line -> line.contains("Index Cond") && line.contains("question = asked.question"));
    }

    @Test
    void who_is_left_after_a_removal_is_ranked_anew() {
        var game = game(new Plan("Test", null, Settings.DEFAULT, List.of(question(2))));
        var best = player(game, 0);
        var next = player(game, 1);
        answer(game, 0, best, 1.0, 900);
        answer(game, 0, next, 1.0, 800);
        await(Scores.add(pool, game, 0, question(2), true, Settings.DEFAULT));
        await(Moderation.remove(pool, game, best));
        await(Scores.rank(pool, game));
        assertThat(stored(game)).extracting(Standings.Line::rank).containsExactly(1);
    }

    private static Question question(int kind) {
        return switch (kind) {
            case 0 -> new Question.Poll(new QuestionBasics("?", null, 20_000, 0, null), List.of());
            case 1 -> new Question.Text(new QuestionBasics("?", null, 20_000, 0, null), List.of("x"), false);
            default -> new Question.Text(new QuestionBasics("?", null, 20_000, 1_000, null), List.of("x"), false);
        };
    }

    private UUID game(Plan plan) {
        return new OpenGames(pool).lobby(plan);
    }

    private UUID player(UUID game, int number) {
        var id = UUID.randomUUID();
        await(pool.preparedQuery("INSERT INTO player (game_id, id, key, ticket, nickname, folded, joined_at)"
                        + " VALUES ($1, $2, $3, $3, $3, $3, 0)")
                .execute(Tuple.of(game, id, "player " + number)));
        return id;
    }

    private void answer(UUID game, int question, UUID player, Double fraction, int points) {
        await(pool.preparedQuery(
                        "INSERT INTO answer (game_id, question, player_id, id, body, at, elapsed_ms, fraction, points)"
                                + " VALUES ($1, $2, $3, $4, '{}', 0, 0, $5, $6)")
                .execute(Tuple.of(game, question, player, UUID.randomUUID().toString(), fraction, points)));
    }

    private List<Standings.Line> stored(UUID game) {
        return await(pool.preparedQuery("SELECT id, score, streak, correct, rank, delta, moved FROM player"
                                + " WHERE game_id = $1 AND counts")
                        .execute(Tuple.of(game)))
                .stream()
                .map(r -> new Standings.Line(
                        r.getUUID(0),
                        r.getInteger(1),
                        r.getInteger(2),
                        r.getInteger(3),
                        r.getInteger(4),
                        r.getInteger(5),
                        r.getInteger(6)))
                .toList();
    }
}
