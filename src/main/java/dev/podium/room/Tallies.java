package dev.podium.room;

import dev.podium.game.Item;
import dev.podium.game.Option;
import dev.podium.game.Question;
import dev.podium.tally.AnswerCounts;
import dev.podium.wire.Tally;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a question was answered by all, as screens show it. */
final class Tallies {
    private Tallies() {}

    static Future<Tally> read(SqlClient client, UUID game, int index, Question question) {
        return switch (question) {
            case Question.Choice q -> AnswerCounts.picks(client, game, index).map(n -> picks(ids(q.choices()), n));
            case Question.Poll q -> AnswerCounts.picks(client, game, index).map(n -> picks(ids(q.choices()), n));
            case Question.TrueFalse q ->
                AnswerCounts.picks(client, game, index).map(n -> picks(Stream.of(q.trueId(), q.falseId()), n));
            case Question.Order q ->
                AnswerCounts.places(client, game, index, q)
                        .map(n -> picks(q.items().stream().map(Item::id), n));
            case Question.Text q ->
                AnswerCounts.texts(client, game, index, q, Tally.MAX_TEXTS).map(Tallies::texts);
            case Question.Number q ->
                AnswerCounts.bins(client, game, index, q, Tally.MAX_BINS).map(counts -> histogram(q, counts));
            case Question.Slide _ -> Future.succeededFuture(new Tally.Picks(List.of()));
        };
    }

    private static Stream<String> ids(List<Option> choices) {
        return choices.stream().map(Option::id);
    }

    private static Tally picks(Stream<String> ids, Map<String, Long> counts) {
        return new Tally.Picks(
                ids.map(id -> new Tally.Pick(id, counts.getOrDefault(id, 0L))).toList());
    }

    private static Tally texts(List<AnswerCounts.Typed> texts) {
        return new Tally.Texts(texts.stream()
                .map(typed -> new Tally.Typed(typed.text(), typed.count()))
                .toList());
    }

    private static Tally histogram(Question.Number q, long[] counts) {
        return new Tally.Histogram(IntStream.range(0, counts.length)
                .mapToObj(i -> new Tally.Bin(edge(q, i, counts.length), edge(q, i + 1, counts.length), counts[i]))
                .toList());
    }

    /** In decimals, as the numbers were counted: 0.3 and not 0.30000000000000004. */
    private static double edge(Question.Number q, int i, int bins) {
        var min = BigDecimal.valueOf(q.min());
        var range = BigDecimal.valueOf(q.max()).subtract(min);
        return range.multiply(BigDecimal.valueOf(i))
                .divide(BigDecimal.valueOf(bins), MathContext.DECIMAL64)
                .add(min)
                .doubleValue();
    }
}
