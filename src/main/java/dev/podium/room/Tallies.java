package dev.podium.room;

import dev.podium.game.Option;
import dev.podium.game.Question;
import dev.podium.seat.Moderation;
import dev.podium.wire.Tally;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a question was answered by all: counted in the database, shaped here. */
final class Tallies {
    /** Different spellings that are folded together; what is rarer than the 2,000th does not reach the first 20. */
    private static final int MAX_SPELLINGS = 2_000;

    private static final String PICKS =
            "SELECT c AS id, count(*) AS n FROM answer, jsonb_array_elements_text(body -> 'choices') AS c"
                    + " WHERE game_id = $1 AND question = $2 AND " + Moderation.NOT_BY_REMOVED + " GROUP BY 1";
    private static final String PLACES = "SELECT c AS id, place, count(*) AS n"
            + " FROM answer, jsonb_array_elements_text(body -> 'order') WITH ORDINALITY AS o (c, place)"
            + " WHERE game_id = $1 AND question = $2 AND " + Moderation.NOT_BY_REMOVED + " GROUP BY 1, 2";
    private static final String TEXTS =
            "SELECT body ->> 'text' AS id, count(*) AS n FROM answer" + " WHERE game_id = $1 AND question = $2 AND "
                    + Moderation.NOT_BY_REMOVED + " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT " + MAX_SPELLINGS;
    private static final String NUMBERS =
            "SELECT width_bucket((body ->> 'number')::float8, $3::float8, $4::float8, $5::int) AS bin, count(*) AS n FROM answer"
                    + " WHERE game_id = $1 AND question = $2 AND " + Moderation.NOT_BY_REMOVED + " GROUP BY 1";

    private Tallies() {}

    static Future<Tally> read(SqlClient client, UUID game, int index, Question question) {
        var of = Tuple.of(game, index);
        return switch (question) {
            case Question.Choice q -> run(client, PICKS, of).map(r -> picks(ids(q.choices()), counts(r)));
            case Question.Poll q -> run(client, PICKS, of).map(r -> picks(ids(q.choices()), counts(r)));
            case Question.TrueFalse q ->
                run(client, PICKS, of).map(r -> picks(Stream.of(q.trueId(), q.falseId()), counts(r)));
            case Question.Order q -> run(client, PLACES, of).map(rows -> places(q, rows));
            case Question.Text q -> run(client, TEXTS, of).map(rows -> texts(q, spellings(rows)));
            case Question.Number q -> numbers(client, of, q);
            case Question.Slide _ -> Future.succeededFuture(new Tally.Picks(List.of()));
        };
    }

    private static Future<RowSet<Row>> run(SqlClient client, String sql, Tuple of) {
        return client.preparedQuery(sql).execute(of);
    }

    private static Stream<String> ids(List<Option> choices) {
        return choices.stream().map(Option::id);
    }

    private static Map<String, Long> counts(RowSet<Row> rows) {
        var counts = new HashMap<String, Long>();
        rows.forEach(row -> counts.put(row.getString("id"), row.getLong("n")));
        return counts;
    }

    private static Tally picks(Stream<String> ids, Map<String, Long> counts) {
        return new Tally.Picks(
                ids.map(id -> new Tally.Pick(id, counts.getOrDefault(id, 0L))).toList());
    }

    private static Tally places(Question.Order order, RowSet<Row> rows) {
        var right = new HashMap<String, Long>();
        for (var row : rows) {
            int place = row.getLong("place").intValue();
            var id = row.getString("id");
            if (order.items().get(place - 1).id().equals(id)) right.put(id, row.getLong("n"));
        }
        return new Tally.Picks(order.items().stream()
                .map(item -> new Tally.Pick(item.id(), right.getOrDefault(item.id(), 0L)))
                .toList());
    }

    private static List<Tally.Typed> spellings(RowSet<Row> rows) {
        var spellings = new ArrayList<Tally.Typed>();
        rows.forEach(row -> spellings.add(new Tally.Typed(row.getString("id"), row.getLong("n"))));
        return spellings;
    }

    /**
     * Spellings that count as the same answer are shown as their most frequent one; right answers stand together and first.
     *
     * @param spellings most frequent first
     */
    static Tally.Texts texts(Question.Text question, List<Tally.Typed> spellings) {
        var merged = new LinkedHashMap<String, Tally.Typed>();
        for (var typed : spellings) {
            merged.merge(
                    question.fold(typed.text()), typed, (a, b) -> new Tally.Typed(a.text(), a.count() + b.count()));
        }
        var right = question.accept().stream().map(question::fold).collect(Collectors.toSet());
        var rightFirst = Comparator.comparing((Map.Entry<String, Tally.Typed> row) -> !right.contains(row.getKey()));
        return new Tally.Texts(merged.entrySet().stream()
                .sorted(rightFirst.thenComparing(row -> row.getValue().count(), Comparator.reverseOrder()))
                .map(Map.Entry::getValue)
                .limit(Tally.MAX_TEXTS)
                .toList());
    }

    private static Future<Tally> numbers(SqlClient client, Tuple of, Question.Number q) {
        double width = (q.max() - q.min()) / Tally.MAX_BINS;
        var binned = Tuple.of(of.getValue(0), of.getValue(1), q.min(), q.max(), Tally.MAX_BINS);
        return run(client, NUMBERS, binned).map(rows -> {
            var counts = new long[Tally.MAX_BINS];
            // The bucket beyond the last holds the maximum itself, which belongs to the last.
            rows.forEach(
                    row -> counts[Math.clamp(row.getInteger("bin") - 1, 0, Tally.MAX_BINS - 1)] += row.getLong("n"));
            return new Tally.Histogram(IntStream.range(0, Tally.MAX_BINS)
                    .mapToObj(i -> new Tally.Bin(q.min() + i * width, q.min() + (i + 1) * width, counts[i]))
                    .toList());
        });
    }
}
