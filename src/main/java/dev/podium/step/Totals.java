package dev.podium.step;

import dev.podium.game.Game;
import dev.podium.game.Phase;
import dev.podium.game.Plan;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a question judged again leads to for everybody who has answered a question that counts.
 *
 * @param rounds what the rounds that are over gave each of them, as array literals
 * @param over how many rounds that are
 */
record Totals(
        UUID[] players,
        Integer[] scores,
        Integer[] streaks,
        Integer[] corrects,
        Integer[] deltas,
        String[] rounds,
        int over) {

    /**
     * @param rows what each player has, round by round
     * @param game as it will be
     * @param counted the questions that count, in their order
     */
    static Totals of(RowSet<Row> rows, Game game, Plan plan, Integer[] counted) {
        return new Sums(rows, game, plan).totals(counted);
    }

    /** Makes of what each round gave what everybody has, as the phase shows it: in a round, or of the whole evening. */
    private static final class Sums {
        private final List<Row> rows;
        private final Plan plan;
        private final boolean carry;
        /** Between rounds and at the end the evening counts. */
        private final boolean evening;

        private final int round;
        private final int over;

        private Sums(RowSet<Row> rows, Game game, Plan plan) {
            this.rows = rows.stream().toList();
            this.plan = plan;
            this.carry = plan.settings().course().carry();
            this.evening = plan.hasRounds() && (game.phase() == Phase.BREAK || game.phase() == Phase.FINISHED);
            this.round = plan.roundOf(game.question());
            this.over = !plan.hasRounds() ? 0 : evening ? round + 1 : round;
        }

        private Totals totals(Integer[] counted) {
            var points =
                    rows.stream().map(row -> row.getArrayOfIntegers("rounds")).toList();
            var given = carry || !plan.hasRounds() ? points : places(points);
            boolean begun = counted.length > 0 && (carry || plan.roundOf(counted[counted.length - 1]) == round);
            var scores = new ArrayList<Integer>();
            var rounds = new ArrayList<String>();
            for (var i = 0; i < rows.size(); i++) {
                scores.add(carry || evening ? sum(given.get(i)) : orNone(points.get(i)[round]));
                rounds.add(literal(given.get(i)));
            }
            return new Totals(
                    rows.stream().map(row -> row.getUUID("player_id")).toArray(UUID[]::new),
                    scores.toArray(Integer[]::new),
                    begun ? integers("streak") : zeros(),
                    integers("correct"),
                    evening
                            ? given.stream().map(each -> orNone(each[round])).toArray(Integer[]::new)
                            : integers("delta"),
                    rounds.toArray(String[]::new),
                    over);
        }

        /** In the place of points what the place in each round is worth; nothing where somebody took no part. */
        private List<Integer[]> places(List<Integer[]> points) {
            var worth = points.stream().map(each -> new Integer[each.length]).toList();
            for (var r = 0; r < over; r++) {
                int column = r;
                var ranked = IntStream.range(0, points.size())
                        .filter(i -> points.get(i)[column] != null)
                        .boxed()
                        .sorted((a, b) -> points.get(b)[column] - points.get(a)[column])
                        .toList();
                var rank = 1;
                for (var i = 0; i < ranked.size(); i++) {
                    boolean tied =
                            i > 0 && points.get(ranked.get(i))[column].equals(points.get(ranked.get(i - 1))[column]);
                    if (!tied) rank = i + 1;
                    worth.get(ranked.get(i))[column] = RoundResults.worth(rank);
                }
            }
            return worth;
        }

        private String literal(Integer[] given) {
            return Arrays.stream(given)
                    .limit(over)
                    .map(each -> Integer.toString(orNone(each)))
                    .collect(Collectors.joining(",", "{", "}"));
        }

        private static int sum(Integer[] given) {
            return Arrays.stream(given).mapToInt(Sums::orNone).sum();
        }

        private static int orNone(Integer points) {
            return points == null ? 0 : points;
        }

        private Integer[] integers(String column) {
            return rows.stream().map(row -> row.getInteger(column)).toArray(Integer[]::new);
        }

        private Integer[] zeros() {
            return rows.stream().map(row -> 0).toArray(Integer[]::new);
        }
    }
}
