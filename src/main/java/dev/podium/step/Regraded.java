package dev.podium.step;

import dev.podium.game.Game;
import dev.podium.game.Scoring;
import dev.podium.state.GameRow;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is written when a question has been judged again: its answers, the bonuses of streaks that it broke or mended, and what
 * all of that adds up to for each seat.
 *
 * @param seq the game's when it was worked out; it holds for no other
 * @param undone whether the first judgement stands again
 * @param counts whether the question counts now
 */
record Regraded(long seq, int question, boolean undone, boolean counts, Judged judged, Bonuses bonuses, Totals totals) {

    /** Answers to the question that are worth something else now, by their players. */
    record Judged(UUID[] players, Double[] fractions, Integer[] points) {}

    /** Bonuses that are others now. */
    record Bonuses(UUID[] players, Integer[] questions, Integer[] bonuses) {}

    /**
     * Everybody's answers to the questions that count, in their order. A streak ends with a wrong answer, or with none: then a
     * place is missing; and with a round, where the next begins at 0. A round without an answer is null.
     */
    private static final String FOLD = """
            WITH given AS (
                SELECT a.player_id, a.question, c.round, c.stretch, c.place, a.bonus AS had, coalesce(j.points, a.points) AS points,
                       coalesce(coalesce(j.fraction, a.fraction) = 1, false) AS fits,
                       lag(c.place, 1, 0::bigint) OVER (PARTITION BY a.player_id, c.stretch ORDER BY c.place) AS previous
                FROM unnest($2::int[], $9::int[], $10::int[]) WITH ORDINALITY AS c (question, round, stretch, place)
                JOIN answer a ON a.game_id = $1 AND a.question = c.question
                LEFT JOIN unnest($4::uuid[], $5::float8[], $6::int[]) AS j (player_id, fraction, points)
                       ON a.question = $3 AND j.player_id = a.player_id
                WHERE a.question = ANY ($2)
                  AND a.player_id <> ALL (ARRAY(SELECT id FROM player WHERE game_id = $1 AND removed))
            ), run AS (
                SELECT player_id, question, round, place, had, points, fits, (place - max(
                           CASE WHEN NOT fits THEN place WHEN previous < place - 1 THEN place - 1 ELSE 0 END)
                           OVER (PARTITION BY player_id, stretch ORDER BY place))::int AS streak
                FROM given
            ), worth AS (
                SELECT *, CASE WHEN $7 THEN least(greatest(streak - 1, 0), 5) * 100 ELSE 0 END AS bonus FROM run
            )
            SELECT player_id, ARRAY[$rounds]::int[] AS rounds,
                   coalesce(max(streak) FILTER (WHERE place = cardinality($2)), 0) AS streak,
                   count(*) FILTER (WHERE fits)::int AS correct,
                   coalesce(sum(points + bonus) FILTER (WHERE question = $8), 0)::int AS delta,
                   array_agg(question) FILTER (WHERE bonus <> had) AS questions,
                   array_agg(bonus) FILTER (WHERE bonus <> had) AS bonuses
            FROM worth GROUP BY player_id
            """;

    private static final String ROUND = "sum(points + bonus) FILTER (WHERE round = %d)";

    /** The statement for so many rounds. */
    static String fold(int rounds) {
        var sums = IntStream.range(0, rounds).mapToObj(ROUND::formatted).collect(Collectors.joining(", "));
        return FOLD.replace("$rounds", sums);
    }

    private static final String JUDGE = """
            UPDATE answer a SET fraction = j.fraction, points = j.points,
                   first_fraction = coalesce(a.first_fraction, a.fraction), first_points = coalesce(a.first_points, a.points)
            FROM unnest($3::uuid[], $4::float8[], $5::int[]) AS j (player_id, fraction, points)
            WHERE a.game_id = $1 AND a.question = $2 AND a.player_id = j.player_id
            """;

    private static final String UNDO = """
            UPDATE answer SET fraction = first_fraction, points = first_points, first_fraction = NULL, first_points = NULL
            WHERE game_id = $1 AND question = $2 AND first_points IS NOT NULL
            """;

    /** A question that does not count has no part in a streak. */
    private static final String NO_BONUS =
            "UPDATE answer SET bonus = 0 WHERE game_id = $1 AND question = $2 AND bonus <> 0";

    private static final String BONUS = """
            UPDATE answer a SET bonus = b.bonus
            FROM unnest($3::uuid[], $4::int[], $5::int[]) AS b (player_id, question, bonus)
            WHERE a.game_id = $1 AND a.question = ANY ($2) AND a.question = b.question AND a.player_id = b.player_id
            """;

    static final String TOTAL = """
            WITH fold AS (
                SELECT * FROM unnest($2::uuid[], $3::int[], $4::int[], $5::int[], $6::int[], $7::text[])
                           AS f (id, score, streak, correct, delta, rounds)
            ), seat AS (
                SELECT p.id, coalesce(f.score, 0) AS score, coalesce(f.streak, 0) AS streak,
                       coalesce(f.correct, 0) AS correct, coalesce(f.delta, 0) AS delta,
                       coalesce(f.rounds::int[], array_fill(0, ARRAY[$8::int])) AS rounds
                FROM player p LEFT JOIN fold f ON f.id = p.id
                WHERE p.game_id = $1 AND p.counts
            ), ranked AS (
                SELECT *, rank() OVER (ORDER BY score DESC) AS rank, rank() OVER (ORDER BY score - delta DESC) AS rank_before
                FROM seat
            )
            UPDATE player p SET score = r.score, streak = r.streak, correct = r.correct, delta = r.delta,
                   moved = r.rank_before - r.rank, rank = r.rank, rounds = r.rounds
            FROM ranked r
            WHERE p.game_id = $1 AND p.id = r.id AND (p.score, p.streak, p.correct, p.delta, p.moved, p.rank, p.rounds)
                  IS DISTINCT FROM (r.score, r.streak, r.correct, r.delta, r.rank_before - r.rank, r.rank, r.rounds)
            """;

    /**
     * Adds everything up as it will be; reads, and writes nothing.
     *
     * @param next the game as it will be
     */
    static Future<Regraded> fold(SqlClient client, GameRow row, Game next, int question, Judged judged) {
        var plan = row.frozen().plan();
        var settings = plan.settings();
        var counted = next.counting(plan).boxed().toArray(Integer[]::new);
        boolean bonuses = settings.streaks() && settings.scoring() == Scoring.SPEED;
        var rounds = Arrays.stream(counted).map(plan::roundOf).toArray(Integer[]::new);
        boolean carry = settings.course().carry();
        return client.preparedQuery(fold(plan.rounds().size()))
                .execute(Tuple.from(Arrays.asList(
                        row.id(),
                        counted,
                        question,
                        judged.players,
                        judged.fractions,
                        judged.points,
                        bonuses,
                        next.lastRevealed(plan).orElse(-1),
                        rounds,
                        carry ? Arrays.stream(rounds).map(round -> 0).toArray(Integer[]::new) : rounds)))
                .map(rows -> new Regraded(
                        row.seq(),
                        question,
                        !next.judged().containsKey(question),
                        List.of(counted).contains(question),
                        judged,
                        bonuses(rows),
                        Totals.of(rows, next, plan, counted)));
    }

    /** Writes it, in a transaction that holds the game's lock. */
    Future<Void> write(SqlClient client, UUID game) {
        var answers = undone
                ? client.preparedQuery(UNDO).execute(Tuple.of(game, question))
                : client.preparedQuery(JUDGE)
                        .execute(Tuple.from(
                                Arrays.asList(game, question, judged.players, judged.fractions, judged.points)));
        var none = counts
                ? Future.succeededFuture()
                : client.preparedQuery(NO_BONUS).execute(Tuple.of(game, question));
        var changed = new TreeSet<>(List.of(bonuses.questions)).toArray(Integer[]::new);
        var others = client.preparedQuery(BONUS)
                .execute(Tuple.from(Arrays.asList(game, changed, bonuses.players, bonuses.questions, bonuses.bonuses)));
        var seats = client.preparedQuery(TOTAL)
                .execute(Tuple.from(Arrays.asList(
                        game,
                        totals.players(),
                        totals.scores(),
                        totals.streaks(),
                        totals.corrects(),
                        totals.deltas(),
                        totals.rounds(),
                        totals.over())));
        return Future.all(answers, none, others, seats).mapEmpty();
    }

    private static Bonuses bonuses(RowSet<Row> rows) {
        var players = new ArrayList<UUID>();
        var questions = new ArrayList<Integer>();
        var bonuses = new ArrayList<Integer>();
        for (var row : rows) {
            if (row.getArrayOfIntegers("questions") == null) continue;
            var changed = List.of(row.getArrayOfIntegers("questions"));
            changed.forEach(question -> players.add(row.getUUID("player_id")));
            questions.addAll(changed);
            bonuses.addAll(List.of(row.getArrayOfIntegers("bonuses")));
        }
        return new Bonuses(
                players.toArray(UUID[]::new), questions.toArray(Integer[]::new), bonuses.toArray(Integer[]::new));
    }
}
