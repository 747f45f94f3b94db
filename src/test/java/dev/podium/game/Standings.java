package dev.podium.game;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Who leads, said once more and in Java: what the statements that add points are held against. */
public final class Standings {
    private Standings() {}

    /**
     * One player.
     *
     * @param streak right answers in a row, up to now
     * @param correct right answers altogether
     * @param delta points of the last question, bonus included
     * @param moved places gained by the last question, among the same players
     */
    public record Line(UUID player, int score, int streak, int correct, int rank, int delta, int moved) {

        /** Somebody who has just joined: no points, no streak. */
        public static Line joined(UUID player) {
            return new Line(player, 0, 0, 0, 1, 0, 0);
        }

        private Line plus(int points, int nextStreak, boolean right) {
            return new Line(player, score + points, nextStreak, correct + (right ? 1 : 0), rank, points, 0);
        }

        private Line at(int nextRank, int movedBy) {
            return new Line(player, score, streak, correct, nextRank, delta, movedBy);
        }
    }

    /**
     * What one answer was worth.
     *
     * @param points without the bonus
     */
    public record Result(double fraction, int points) {}

    /**
     * The standings after a question, best first.
     *
     * @param results by player; who is missing gave no answer. Those of nobody in {@code before} are left out
     */
    public static List<Line> after(List<Line> before, Map<UUID, Result> results, Question question, Settings settings) {
        if (!question.scored()) {
            return untouched(before);
        }
        var ranked = rank(before);
        return rankAgain(ranked, line -> {
            var result = results.get(line.player());
            var right = result != null && result.fraction() == 1;
            var streak = right ? line.streak() + 1 : 0;
            var points = result == null ? 0 : result.points() + bonus(streak, settings);
            return line.plus(points, streak, right);
        });
    }

    /** The standings after a question that does not count: voided, unscored or without points. */
    public static List<Line> untouched(List<Line> before) {
        return rankAgain(rank(before), line -> line.plus(0, line.streak(), false));
    }

    /** The same lines, best first, ranked by score; ties share a rank: 1, 2, 2, 4. */
    public static List<Line> rank(List<Line> lines) {
        return ranked(lines.stream(), false);
    }

    /** What the {@code streak}th right answer in a row earns beside its points: from the second on 100, 200, … 500. */
    static int bonus(int streak, Settings settings) {
        if (!settings.streaks() || settings.scoring() != Scoring.SPEED) {
            return 0;
        }
        return Math.clamp((streak - 1) * 100L, 0, 500);
    }

    private static List<Line> rankAgain(List<Line> lines, UnaryOperator<Line> step) {
        return ranked(lines.stream().map(step), true);
    }

    private static List<Line> ranked(Stream<Line> lines, boolean moving) {
        var sorted =
                lines.sorted(Comparator.comparingInt(Line::score).reversed()).toArray(Line[]::new);
        for (var i = 0; i < sorted.length; i++) {
            var line = sorted[i];
            var tied = i > 0 && sorted[i - 1].score() == line.score();
            var rank = tied ? sorted[i - 1].rank() : i + 1;
            sorted[i] = line.at(rank, moving ? line.rank() - rank : line.moved());
        }
        return List.of(sorted);
    }
}
