package dev.podium.tally;

import dev.podium.game.Fold;
import dev.podium.game.Item;
import dev.podium.game.Question;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * AnswerCounts answers by what was stored when they were given: whether one was right is never judged again. Numbers are compared
 * as decimals, as people write them. The answers of removed seats count for nobody.
 */
public final class AnswerCounts {
    /** More than there are seats in a game, so that no spelling is missed. */
    private static final int MAX_SPELLINGS = 30_000;

    static final String FROM_ANSWER = " FROM answer";
    private static final String OF_GAME = " WHERE game_id = $1 AND " + notByRemoved("$1");
    static final String OF_QUESTION = OF_GAME + " AND question = $2";
    private static final String RIGHT = "coalesce(bool_or(fraction = 1), false) AS fits";

    private static final String QUESTIONS =
            "SELECT question, count(*) AS n, count(*) FILTER (WHERE fraction = 1) AS fits,"
                    + " avg(fraction) AS fraction, sum(elapsed_ms) / count(*) AS ms" + FROM_ANSWER + OF_GAME
                    + " GROUP BY 1";
    static final String PICKS = "SELECT c AS id, count(*) AS n" + FROM_ANSWER
            + ", jsonb_array_elements_text(body -> 'choices') AS c" + OF_QUESTION + " GROUP BY 1";
    private static final String PLACES = "SELECT c AS id, place, count(*) AS n" + FROM_ANSWER
            + ", jsonb_array_elements_text(body -> 'order') WITH ORDINALITY AS o (c, place)" + OF_QUESTION
            + " GROUP BY 1, 2";
    static final String TEXTS = "SELECT body ->> 'text' AS text, count(*) AS n, " + RIGHT + FROM_ANSWER + OF_QUESTION
            + " GROUP BY 1 ORDER BY min(at), (body ->> 'text') COLLATE \"C\" LIMIT " + MAX_SPELLINGS;
    private static final String NUMBERS =
            "SELECT trim_scale((body ->> 'number')::numeric)::text AS text, count(*) AS n, " + RIGHT + FROM_ANSWER
                    + OF_QUESTION + " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT $3";
    static final String BINS = "SELECT width_bucket((body ->> 'number')::numeric, $3::numeric, $4::numeric, $5::int)"
            + " AS bin, count(*) AS n" + FROM_ANSWER + OF_QUESTION + " GROUP BY 1";

    private static final String POINTS = "SELECT CASE WHEN fraction = 1 THEN 'inside' ELSE 'outside' END AS text,"
            + " count(*) AS n, " + RIGHT + FROM_ANSWER + OF_QUESTION + " GROUP BY 1 ORDER BY 1";
    private static final String CELLS = "SELECT least(floor((body #>> '{point,0}')::float8 * $3), $3 - 1)::int AS x,"
            + " least(floor((body #>> '{point,1}')::float8 * $3), $3 - 1)::int AS y, count(*) AS n" + FROM_ANSWER
            + OF_QUESTION + " GROUP BY 1, 2 ORDER BY 2, 1";

    /**
     * All answers to a question.
     *
     * @param right how many were all right; 0 for kinds without a right answer
     * @param fraction the mean of what was right, 0 to 1; null for those kinds
     * @param meanMs the mean credited time
     */
    public record Answered(long answers, long right, Double fraction, long meanMs) {}

    /** How many points lie in one cell of a picture, by its middle: 0 to 1 of the width and height from the upper left corner. */
    public record Cell(double x, double y, long count) {}

    /** What was typed, by how many, and whether it was stored as right. */
    public record Typed(String text, long count, boolean right) {}

    private AnswerCounts() {}

    /**
     * True for a row of {@code answer} unless a removed player gave it.
     *
     * @param game its game's id, as an SQL expression
     */
    public static String notByRemoved(String game) {
        return "player_id <> ALL (ARRAY(SELECT r.id FROM player r WHERE r.game_id = " + game + " AND r.removed))";
    }

    /** The questions that anybody has answered, by index. */
    public static Future<Map<Integer, Answered>> questions(SqlClient client, UUID game) {
        return run(client, QUESTIONS, Tuple.of(game)).map(rows -> {
            var answered = new HashMap<Integer, Answered>();
            for (var row : rows) {
                answered.put(
                        row.getInteger("question"),
                        new Answered(
                                row.getLong("n"), row.getLong("fits"), row.getDouble("fraction"), row.getLong("ms")));
            }
            return answered;
        });
    }

    /** How often each choice was picked, by its id; those never picked are missing. */
    public static Future<Map<String, Long>> picks(SqlClient client, UUID game, int question) {
        return run(client, PICKS, Tuple.of(game, question)).map(rows -> {
            var counts = new HashMap<String, Long>();
            rows.forEach(row -> counts.put(row.getString("id"), row.getLong("n")));
            return counts;
        });
    }

    /** How often each item's place was filled rightly, by the item's id: by the item, or by one that reads the same. */
    public static Future<Map<String, Long>> places(SqlClient client, UUID game, int question, Question.Order order) {
        var texts = order.items().stream().collect(Collectors.toMap(Item::id, item -> Fold.of(item.text())));
        return run(client, PLACES, Tuple.of(game, question)).map(rows -> {
            var counts = new HashMap<String, Long>();
            for (var row : rows) {
                var item = order.items().get(row.getLong("place").intValue() - 1);
                if (Fold.of(item.text()).equals(texts.get(row.getString("id"))))
                    counts.merge(item.id(), row.getLong("n"), Long::sum);
            }
            return counts;
        });
    }

    /**
     * The right texts and then the most frequent ones, at most {@code limit}, without those that are hidden; see {@link #merged}.
     *
     * @param fit whether a text that is not right may be shown
     */
    public static Future<List<Typed>> shown(
            SqlClient client, UUID game, int index, Question.Typed question, int limit, Predicate<String> fit) {
        var hidden = HiddenTexts.of(client, game, index);
        var texts = run(client, TEXTS, Tuple.of(game, index));
        return Future.all(hidden, texts).compose(v -> merged(question, texts.result(), hidden.result(), fit, limit));
    }

    /** The same with those that are hidden, for the host alone. */
    public static Future<List<Typed>> texts(
            SqlClient client, UUID game, int index, Question.Typed question, int limit) {
        return run(client, TEXTS, Tuple.of(game, index))
                .compose(rows -> merged(question, rows, Set.of(), text -> true, limit));
    }

    private static Future<List<Typed>> merged(
            Question.Typed question, RowSet<Row> rows, Set<String> hidden, Predicate<String> fit, int limit) {
        return Aside.run(
                () -> merged(question, rows.stream().map(AnswerCounts::typed).toList(), hidden, fit, limit));
    }

    /**
     * Spellings that count as the same answer are one, in the most frequent spelling; right answers stand together and first.
     * Among equals who was first comes first, and stays, whatever comes later.
     *
     * @param spellings in the order in which they were first given
     * @param hidden folded
     */
    static List<Typed> merged(
            Question.Typed question, List<Typed> spellings, Set<String> hidden, Predicate<String> fit, int limit) {
        var frequent = Comparator.comparingLong(Typed::count).reversed();
        var merged = new LinkedHashMap<String, Typed>();
        spellings.stream()
                .sorted(frequent)
                .forEach(typed -> merged.merge(question.fold(typed.text), typed, AnswerCounts::together));
        merged.keySet().removeAll(hidden);
        return merged.values().stream()
                .sorted(Comparator.comparing((Typed typed) -> !typed.right).thenComparing(frequent))
                .filter(typed -> typed.right || fit.test(typed.text))
                .limit(limit)
                .toList();
    }

    /**
     * The most frequent numbers, as people write them.
     *
     * @param limit how many of them
     */
    public static Future<List<Typed>> numbers(SqlClient client, UUID game, int question, int limit) {
        return run(client, NUMBERS, Tuple.of(game, question, limit))
                .map(rows -> rows.stream().map(AnswerCounts::typed).toList());
    }

    /** How many numbers lie in each of so many equal parts of a range; the last part includes its end. */
    public static Future<long[]> bins(
            SqlClient client, UUID game, int index, BigDecimal min, BigDecimal max, int bins) {
        var of = Tuple.of(game, index, min, max, bins);
        return run(client, BINS, of).map(rows -> {
            var counts = new long[bins];
            // The bucket beyond the last holds the maximum itself, which belongs to the last.
            rows.forEach(row -> counts[Math.clamp(row.getInteger("bin") - 1, 0, bins - 1)] += row.getLong("n"));
            return counts;
        });
    }

    /** How many points lay {@code inside} and {@code outside} of where they should. */
    public static Future<List<Typed>> points(SqlClient client, UUID game, int index) {
        return run(client, POINTS, Tuple.of(game, index))
                .map(rows -> rows.stream().map(AnswerCounts::typed).toList());
    }

    /** How many points lie in each cell of a picture that is cut into {@code grid} by {@code grid}; empty ones are missing. */
    public static Future<List<Cell>> cells(SqlClient client, UUID game, int index, int grid) {
        return run(client, CELLS, Tuple.of(game, index, grid))
                .map(rows -> rows.stream()
                        .map(row -> new Cell(
                                (row.getInteger("x") + 0.5) / grid,
                                (row.getInteger("y") + 0.5) / grid,
                                row.getLong("n")))
                        .toList());
    }

    private static Future<RowSet<Row>> run(SqlClient client, String sql, Tuple of) {
        return client.preparedQuery(sql).execute(of);
    }

    private static Typed typed(Row row) {
        return new Typed(row.getString("text"), row.getLong("n"), row.getBoolean("fits"));
    }

    private static Typed together(Typed a, Typed b) {
        return new Typed(a.text, a.count + b.count, a.right || b.right);
    }
}
