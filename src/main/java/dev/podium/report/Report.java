package dev.podium.report;

import dev.podium.game.Question;
import dev.podium.game.Round;
import dev.podium.tally.AnswerCounts.Cell;
import java.util.List;
import java.util.UUID;

/**
 * A game's results, but for its players, who come one by one. Times are milliseconds of the database's clock.
 *
 * @param players how many come
 * @param rounds the quizzes it had; one, mostly
 * @param carry whether scores were carried from round to round; else the places in each add up to a score
 */
record Report(
        Summary game,
        int players,
        boolean identified,
        List<Round> rounds,
        boolean carry,
        List<QuestionLine> questions) {

    /** Whether there is more than one round to tell of. */
    boolean hasRounds() {
        return rounds.size() > 1;
    }

    /**
     * @param quizId null where the quiz is gone
     * @param finishedAt null while the game runs
     * @param keptUntil when it goes by itself; null where it does not, or runs
     */
    record Summary(
            String id, String quizId, String title, String pin, long createdAt, Long finishedAt, Long keptUntil) {}

    /**
     * How a question went.
     *
     * @param round the index of its round
     * @param question as it counts
     * @param regraded whether that is otherwise than it was played
     * @param asked whether it was shown to its end: its results, or the slide that it is; only then do its points count
     * @param answers how many answered
     * @param right how many of them all right; null for kinds without a right answer
     * @param fraction the mean of what was right of the answers, 0 to 1; null without answers or for those kinds
     * @param meanMs the mean credited time; null without answers
     * @param cells where a picture was pointed at; empty for other kinds
     */
    record QuestionLine(
            int index,
            int round,
            Question question,
            boolean voided,
            boolean asked,
            boolean regraded,
            long answers,
            Long right,
            Double fraction,
            Long meanMs,
            List<TallyRow> tally,
            List<Cell> cells) {}

    /**
     * How often an answer was given.
     *
     * @param id of the choice or item; null for what was typed
     * @param text the answer in words
     * @param right whether it is a right one; null for kinds without one
     */
    record TallyRow(String id, String text, long count, Boolean right) {}

    /**
     * @param id of the seat
     * @param identity who it is, as it said; null where nothing was asked
     * @param team its name, or null
     * @param rounds what each round that is over gave; empty in a game of one
     * @param answers by question; those not given are missing
     */
    record PlayerLine(
            UUID id,
            int rank,
            String nickname,
            String identity,
            String team,
            int score,
            int correct,
            List<Integer> rounds,
            List<GivenAnswer> answers) {}

    /** Who gave an answer to one question, with {@link GivenAnswer#question} that of the sheet. */
    record Answerer(String nickname, String team, GivenAnswer answer) {}

    /**
     * @param question its index
     * @param text the answer in words
     * @param fraction null for kinds without a right answer
     * @param points that counted, the bonus included
     * @param ms credited time
     */
    record GivenAnswer(int question, String text, Double fraction, int points, int ms) {}
}
