package dev.podium.step;

import dev.podium.game.Question;
import dev.podium.game.Scoring;
import dev.podium.game.Settings;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/**
 * What a question's end does to the seats: points and streaks added, everybody ranked.
 *
 * <p>Runs inside the closing transaction, after the lock and as statements of its own: a statement that takes the lock
 * itself would miss the answers committed while it waited. Whoever left in the moment an answer was stored has answered. A test holds the statement against the same rules said in
 * Java.
 */
final class Scores {
    static final String ADD = """
            WITH result AS (
                SELECT p.id, p.score AS score_before, rank() OVER (ORDER BY p.score DESC) AS rank_before,
                       CASE WHEN $3 THEN coalesce(a.points, 0) ELSE 0 END AS points,
                       $3 AND coalesce(a.fraction = 1, false) AS right_answer,
                       CASE WHEN NOT $3 THEN p.streak WHEN a.fraction = 1 THEN p.streak + 1 ELSE 0 END AS streak
                FROM player p
                LEFT JOIN answer a ON a.game_id = p.game_id AND a.question = $2 AND a.player_id = p.id
                WHERE p.game_id = $1 AND (p.counts OR p.vacated AND NOT p.removed AND a.player_id IS NOT NULL)
            ), scored AS (
                SELECT *, CASE WHEN $4 AND right_answer THEN least(greatest(streak - 1, 0), 5) * 100 ELSE 0 END AS bonus
                FROM result
            ), ranked AS (
                SELECT *, rank() OVER (ORDER BY score_before + points + bonus DESC) AS rank_after FROM scored
            ), bonus AS (
                UPDATE answer a SET bonus = r.bonus FROM ranked r
                WHERE a.game_id = $1 AND a.question = $2 AND a.player_id = r.id AND r.bonus > 0
            )
            UPDATE player p SET score = r.score_before + r.points + r.bonus, streak = r.streak,
                   correct = p.correct + r.right_answer::int, delta = r.points + r.bonus,
                   moved = r.rank_before - r.rank_after, rank = r.rank_after, vacated = false
            FROM ranked r WHERE p.game_id = $1 AND p.id = r.id
            """;

    static final String RANK = """
            UPDATE player p SET rank = r.rank
            FROM (SELECT id, rank() OVER (ORDER BY score DESC) AS rank FROM player WHERE game_id = $1 AND counts) r
            WHERE p.game_id = $1 AND p.id = r.id AND p.rank <> r.rank
            """;

    private Scores() {}

    /**
     * Adds the results of a question.
     *
     * @param counts false for a voided one: nobody gains, streaks stay
     */
    static Future<Void> add(
            SqlClient client, UUID game, int index, Question question, boolean counts, Settings settings) {
        boolean bonuses = settings.streaks() && settings.scoring() == Scoring.SPEED;
        return client.preparedQuery(ADD)
                .execute(Tuple.of(game, index, counts && question.scored(), bonuses))
                .mapEmpty();
    }

    /** Ranks everybody anew, after somebody was removed or let in. */
    static Future<Void> rank(SqlClient client, UUID game) {
        return client.preparedQuery(RANK).execute(Tuple.of(game)).mapEmpty();
    }
}
