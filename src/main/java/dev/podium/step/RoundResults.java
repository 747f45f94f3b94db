package dev.podium.step;

import dev.podium.game.Game;
import dev.podium.game.Phase;
import dev.podium.game.Plan;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.UUID;

/**
 * What a round's end, and its beginning, does to the seats: what it gave is put down, and from then on, until the next one begins,
 * everybody stands as in the whole evening. Runs inside the step's transaction.
 */
final class RoundResults {
    /** What a place is worth: the first five, and whoever has taken part. */
    private static final int[] PLACES = {10, 8, 6, 4, 2};

    private static final int TAKEN_PART = 1;

    /**
     * Rounds a seat was not there for gave it nothing. Putting the same round down again replaces it. Answers are found question by
     * question: sorted by their players, those of the rounds before would be read too.
     */
    static final String CLOSE = """
            WITH answered AS (
                SELECT DISTINCT a.player_id
                FROM unnest($2::int[]) AS asked (question)
                CROSS JOIN LATERAL (
                    SELECT player_id FROM answer WHERE game_id = $1 AND question = asked.question OFFSET 0) a
            ), seat AS (
                SELECT p.id, p.score, p.rank, a.player_id IS NOT NULL AS took_part,
                       (p.rounds || array_fill(0, ARRAY[$3::int]))[1:$3::int] AS earlier
                FROM player p LEFT JOIN answered a ON a.player_id = p.id
                WHERE p.game_id = $1 AND p.counts
            ), earned AS (
                SELECT *, (SELECT coalesce(sum(e), 0)::int FROM unnest(earlier) AS e) AS had FROM seat
            ), won AS (
                SELECT id, earlier, had, CASE WHEN $4 THEN score - had WHEN NOT took_part THEN 0
                                         ELSE coalesce(($5::int[])[rank], $6) END AS won
                FROM earned
            ), ranked AS (
                SELECT *, rank() OVER (ORDER BY had + won DESC) AS place, rank() OVER (ORDER BY had DESC) AS place_before
                FROM won
            )
            UPDATE player p SET rounds = r.earlier || r.won, score = r.had + r.won, delta = r.won, rank = r.place,
                   moved = r.place_before - r.place
            FROM ranked r WHERE p.game_id = $1 AND p.id = r.id
            """;

    static final String BEGIN =
            "UPDATE player SET score = 0, streak = 0, delta = 0, moved = 0, rank = 1 WHERE game_id = $1 AND NOT removed";

    /** As it was before the end was written down: of these questions, the last of which was shown last. */
    static final String REOPEN = """
            WITH given AS (
                SELECT player_id, sum(points + bonus)::int AS score,
                       coalesce(sum(points + bonus) FILTER (WHERE question = $3), 0)::int AS delta
                FROM answer WHERE game_id = $1 AND question = ANY ($2) GROUP BY player_id
            ), seat AS (
                SELECT p.id, coalesce(g.score, 0) AS score, coalesce(g.delta, 0) AS delta
                FROM player p LEFT JOIN given g ON g.player_id = p.id
                WHERE p.game_id = $1 AND p.counts
            ), ranked AS (
                SELECT *, rank() OVER (ORDER BY score DESC) AS place, rank() OVER (ORDER BY score - delta DESC) AS place_before
                FROM seat
            )
            UPDATE player p SET rounds = p.rounds[1:$4::int], score = r.score, delta = r.delta, rank = r.place,
                   moved = r.place_before - r.place
            FROM ranked r WHERE p.game_id = $1 AND p.id = r.id
            """;

    private RoundResults() {}

    /** What a place in a round is worth to whoever has taken part in it. */
    static int worth(int rank) {
        return rank <= PLACES.length ? PLACES[rank - 1] : TAKEN_PART;
    }

    /** Puts down what the round gave in which the game is. */
    static Future<Void> close(SqlClient client, UUID id, Game game, Plan plan) {
        var round = plan.roundOf(game.question());
        return client.preparedQuery(CLOSE)
                .execute(Tuple.of(
                        id,
                        counting(game, plan, false),
                        round,
                        plan.settings().course().carry(),
                        boxed(PLACES),
                        TAKEN_PART))
                .mapEmpty();
    }

    /** Nobody has points in a round that begins, unless those of the last one are carried on. */
    static Future<Void> begin(SqlClient client, UUID id, Plan plan) {
        return plan.settings().course().carry()
                ? Future.succeededFuture()
                : client.preparedQuery(BEGIN).execute(Tuple.of(id)).mapEmpty();
    }

    /** Takes it back that the round was put down, where the game goes on in the middle of it. */
    static Future<Void> reopen(SqlClient client, UUID id, Game game, Plan plan) {
        if (!plan.hasRounds() || game.phase() == Phase.BREAK) return Future.succeededFuture();
        return client.preparedQuery(REOPEN)
                .execute(Tuple.of(
                        id,
                        counting(game, plan, plan.settings().course().carry()),
                        game.lastRevealed(plan).orElse(-1),
                        plan.roundOf(game.question())))
                .mapEmpty();
    }

    /** The questions that scores are made of: of all rounds so far, or of this one alone. */
    private static Integer[] counting(Game game, Plan plan, boolean all) {
        var round = plan.roundOf(game.question());
        return game.counting(plan)
                .filter(index -> all || plan.roundOf(index) == round)
                .boxed()
                .toArray(Integer[]::new);
    }

    private static Integer[] boxed(int[] numbers) {
        return Arrays.stream(numbers).boxed().toArray(Integer[]::new);
    }
}
