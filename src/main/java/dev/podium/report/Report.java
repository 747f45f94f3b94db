package dev.podium.report;

import dev.podium.game.Question;
import java.util.List;
import java.util.Map;

/**
 * A game's results. Times are milliseconds of the database's clock.
 *
 * @param players best first
 */
record Report(Summary game, List<QuestionLine> questions, List<PlayerLine> players) {

    /** @param finishedAt null while the game runs */
    record Summary(String id, String title, String pin, long createdAt, Long finishedAt) {}

    /**
     * How a question went.
     *
     * @param asked whether its results were shown; only then do its points count
     * @param answers how many answered
     * @param right how many of them all right; null for kinds without a right answer
     * @param fraction the mean of what was right of the answers, 0 to 1; null without answers or for those kinds
     * @param meanMs the mean credited time; null without answers
     */
    record QuestionLine(
            int index,
            Question question,
            boolean voided,
            boolean asked,
            int answers,
            Integer right,
            Double fraction,
            Long meanMs,
            List<Tally.Row> tally) {}

    /**
     * @param team its name, or null
     * @param answers by question index; those not given are missing
     */
    record PlayerLine(
            int rank, String nickname, String team, int score, int correct, Map<Integer, GivenAnswer> answers) {}

    /**
     * @param text the answer in words
     * @param fraction null for kinds without a right answer
     * @param points that counted, the bonus included
     * @param ms credited time
     */
    record GivenAnswer(String text, Double fraction, int points, int ms) {}
}
