package dev.podium.step;

import static dev.podium.games.OpenGames.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.game.Answer;
import dev.podium.game.Command;
import dev.podium.game.Item;
import dev.podium.game.Key;
import dev.podium.game.Option;
import dev.podium.game.Plan;
import dev.podium.game.Points;
import dev.podium.game.Question;
import dev.podium.game.QuestionBasics;
import dev.podium.game.Scoring;
import dev.podium.game.Settings;
import dev.podium.game.Standings;
import dev.podium.games.OpenGames;
import dev.podium.state.GameReader;
import dev.podium.state.GameRow;
import dev.podium.wire.AnswerJson;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is stored of everybody is what a fold over their stored answers gives, after any commands: judging again, undoing it, taking
 * back a skip or an end, and going back included. Answers whose question is not judged again are worth what they were worth first.
 */
@QuarkusTest
class GradingLawsTest {
    private static final int PLAYERS = 20;
    private static final int DEEDS = 70;

    @Inject
    Pool pool;

    @Inject
    Steps steps;

    @Inject
    GameReader games;

    private record Given(UUID player, Answer answer, int elapsedMs) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void what_is_stored_is_the_fold_of_the_answers(long seed) {
        var random = new Random(seed);
        var plan = plan(random, seed);
        var open = new OpenGames(pool);
        var game = open.lobby(plan);
        var players = open.players(game, PLAYERS);
        var given = new HashMap<Integer, List<Given>>();
        var removed = new HashSet<UUID>();
        int judged = 0;
        for (int deed = 0; deed < DEEDS; deed++) {
            var row = row(game);
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> judged += carryOut(game, row, regrade(random, plan)) ? 1 : 0;
                case 3 -> carryOut(game, row, new Command.Ungrade(random.nextInt(plan.size())));
                case 4 -> carryOut(game, row, random.nextInt(3) == 0 ? new Command.End() : new Command.Back());
                case 5 -> carryOut(game, row, new Command.Restore());
                default -> goOn(game, row, random, players, given);
            }
            if (random.nextInt(DEEDS) == 0) {
                var player = players.get(random.nextInt(PLAYERS));
                if (carryOut(game, row(game), new Command.Kick(player))) removed.add(player);
            }
            check(game, players, removed, given);
        }
        assertThat(judged).as("questions judged again").isPositive();
    }

    private void goOn(UUID game, GameRow row, Random random, List<UUID> players, Map<Integer, List<Given>> given) {
        if (row.game().paused()) {
            carryOut(game, row, new Command.Continue());
            return;
        }
        switch (row.game().phase()) {
            case READY -> await(steps.attempt(game, new Command.Tick()));
            case QUESTION -> {
                int index = row.game().question();
                if (!given.containsKey(index)) given.put(index, answer(game, row, random, players));
                if (random.nextInt(6) == 0) {
                    carryOut(game, row, new Command.Skip());
                } else {
                    await(pool.preparedQuery("UPDATE game SET opens_at = 1, closes_at = 2 WHERE id = $1")
                            .execute(Tuple.of(game)));
                    await(steps.attempt(game, new Command.Tick()));
                }
            }
            case FINISHED -> carryOut(game, row, new Command.Restore());
            default -> carryOut(game, row, new Command.Advance());
        }
    }

    private boolean carryOut(UUID game, GameRow row, Command command) {
        return await(steps.carryOut(game, new Steps.Asked(UUID.randomUUID().toString(), Hand.NONE), command, row.seq()))
                .done();
    }

    private GameRow row(UUID game) {
        return await(games.load(pool, game)).orElseThrow();
    }

    private List<Given> answer(UUID game, GameRow row, Random random, List<UUID> players) {
        int index = row.game().question();
        var question = row.frozen().plan().question(index);
        var given = new ArrayList<Given>();
        for (var player : players) {
            if (random.nextInt(5) == 0) continue;
            var one = new Given(player, answer(question, random), random.nextInt(25_000));
            given.add(one);
            var worth = worth(question, one, row.frozen().plan().settings());
            await(pool.preparedQuery("INSERT INTO answer (game_id, question, player_id, id, body, at, elapsed_ms,"
                            + " fraction, points) VALUES ($1, $2, $3, $4, $5::text::jsonb, 0, $6, $7, $8)")
                    .execute(Tuple.from(Arrays.asList(
                            game,
                            index,
                            player,
                            UUID.randomUUID().toString(),
                            AnswerJson.write(one.answer),
                            one.elapsedMs,
                            question.graded() ? worth.fraction() : null,
                            worth.points()))));
        }
        return given;
    }

    private static Standings.Result worth(Question question, Given given, Settings settings) {
        double fraction = Points.fraction(question, given.answer, settings).orElse(0);
        return new Standings.Result(fraction, Points.of(question, fraction, given.elapsedMs, settings));
    }

    private void check(UUID game, List<UUID> players, Set<UUID> removed, Map<Integer, List<Given>> given) {
        var row = row(game);
        var plan = row.frozen().plan();
        List<Standings.Line> lines = players.stream()
                .filter(player -> !removed.contains(player))
                .map(Standings.Line::joined)
                .toList();
        for (int index = 0; index < plan.size(); index++) {
            var counts = row.game().question(plan, index);
            var results = new HashMap<UUID, Standings.Result>();
            for (var one : given.getOrDefault(index, List.of())) {
                results.put(one.player, worth(counts, one, plan.settings()));
            }
            assertThat(storedAnswers(game, index)).as("answers to " + index).isEqualTo(results);
            if (!row.game().revealed(index) || !counts.answerable()) continue;
            lines = row.game().isVoid(index)
                    ? Standings.untouched(lines)
                    : Standings.after(lines, results, counts, plan.settings());
        }
        boolean moved = removed.isEmpty();
        assertThat(stored(game, moved))
                .as(row.game().toString())
                .containsExactlyInAnyOrderElementsOf(lines.stream()
                        .map(line -> moved ? line : withoutMoves(line))
                        .toList());
        assertThat(sums(game, row)).as("points of the report").isEqualTo(scores(lines));
    }

    private Map<UUID, Standings.Result> storedAnswers(UUID game, int index) {
        var answers = new HashMap<UUID, Standings.Result>();
        for (var row :
                await(pool.preparedQuery("SELECT player_id, coalesce(fraction, 0) AS fraction, points FROM answer"
                                + " WHERE game_id = $1 AND question = $2")
                        .execute(Tuple.of(game, index)))) {
            answers.put(row.getUUID(0), new Standings.Result(row.getDouble(1), row.getInteger(2)));
        }
        return answers;
    }

    private List<Standings.Line> stored(UUID game, boolean moved) {
        return await(pool.preparedQuery("SELECT id, score, streak, correct, rank, delta, moved FROM player"
                                + " WHERE game_id = $1 AND NOT removed")
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
                .map(line -> moved ? line : withoutMoves(line))
                .toList();
    }

    /** Who was removed had a place at the time, and has none in the fold. */
    private static Standings.Line withoutMoves(Standings.Line line) {
        return new Standings.Line(
                line.player(), line.score(), line.streak(), line.correct(), line.rank(), line.delta(), 0);
    }

    private Map<UUID, Integer> sums(UUID game, GameRow row) {
        var counted = row.game().counting(row.frozen().plan()).boxed().toArray(Integer[]::new);
        var sums = new HashMap<UUID, Integer>();
        for (var sum : await(pool.preparedQuery("SELECT p.id, coalesce(sum(points + bonus), 0)::int FROM player p"
                        + " LEFT JOIN answer a ON a.game_id = p.game_id AND a.player_id = p.id AND a.question = ANY ($2)"
                        + " WHERE p.game_id = $1 AND NOT p.removed GROUP BY 1")
                .execute(Tuple.from(Arrays.asList(game, counted))))) {
            sums.put(sum.getUUID(0), sum.getInteger(1));
        }
        return sums;
    }

    private static Map<UUID, Integer> scores(List<Standings.Line> lines) {
        var scores = new HashMap<UUID, Integer>();
        lines.forEach(line -> scores.put(line.player(), line.score()));
        return scores;
    }

    // ---- plans, answers and keys by chance

    private static Plan plan(Random random, long seed) {
        var settings = new Settings(
                seed % 3 == 0 ? Scoring.ACCURACY : Scoring.SPEED,
                seed % 2 == 0,
                seed != 5,
                0,
                true,
                List.of(),
                false,
                false,
                Settings.MAX_PLAYERS);
        var questions = new ArrayList<Question>();
        for (int i = 0; i < 7; i++) questions.add(question(random.nextInt(9)));
        return new Plan("Test", null, settings, questions);
    }

    private static Question question(int kind) {
        return switch (kind) {
            case 0 -> new Question.Poll(basics(300_000, 0), options(false, false, false));
            case 1 -> new Question.Slide(basics(300_000, 0));
            case 2 -> new Question.Choice(basics(300_000, 0), options(true, false, false));
            case 3 -> new Question.Choice(basics(0, 1_000), options(true, false, false));
            case 4 -> new Question.Choice(basics(300_000, 1_000), options(true, true, false));
            case 5 -> new Question.Text(basics(300_000, 1_000), List.of("c0"), false);
            case 6 -> new Question.Number(basics(300_000, 2_000), 1, 1, 0, 5, 1, null);
            case 7 ->
                new Question.Order(
                        basics(300_000, 1_000),
                        List.of(new Item("c0", "a"), new Item("c1", "b"), new Item("c2", "c")),
                        List.of("c2", "c1", "c0"));
            default -> new Question.Choice(basics(300_000, 1_000), options(true, false, false));
        };
    }

    private static QuestionBasics basics(long timeLimitMs, int points) {
        return new QuestionBasics("?", null, timeLimitMs, points, null);
    }

    private static List<Option> options(boolean... correct) {
        var options = new ArrayList<Option>();
        for (var right : correct) options.add(new Option("c" + options.size(), "?" + options.size(), right, null));
        return options;
    }

    private static Answer answer(Question question, Random random) {
        return switch (question) {
            case Question.Text _ -> new Answer.Text("C" + random.nextInt(3));
            case Question.Number _ -> new Answer.Number(random.nextInt(6));
            case Question.Order _ -> new Answer.Order(shuffled(random));
            case Question.Choice it
            when it.multiple() -> new Answer.Choices(shuffled(random).subList(0, 1 + random.nextInt(2)));
            default -> new Answer.Choices(shuffled(random).subList(0, 1));
        };
    }

    private static Command regrade(Random random, Plan plan) {
        int question = random.nextInt(plan.size());
        return switch (random.nextInt(5)) {
            case 0 -> new Command.Regrade(question, true, null, List.of());
            case 1 -> new Command.Regrade(question, false, null, List.of("c" + random.nextInt(3)));
            default ->
                new Command.Regrade(
                        question,
                        false,
                        plan.question(question) instanceof Question.Number
                                ? new Key.Near(random.nextInt(6), random.nextInt(3))
                                : new Key.Listed(
                                        plan.question(question) instanceof Question.Order
                                                ? shuffled(random)
                                                : shuffled(random).subList(0, 1 + random.nextInt(2))),
                        List.of());
        };
    }

    private static List<String> shuffled(Random random) {
        var ids = new ArrayList<>(List.of("c0", "c1", "c2"));
        Collections.shuffle(ids, random);
        return ids;
    }
}
