package dev.podium.room;

import dev.podium.game.Item;
import dev.podium.game.Option;
import dev.podium.game.Question;
import dev.podium.tally.AnswerCounts;
import dev.podium.wire.Tally;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
            case Question.Typed q ->
                AnswerCounts.shown(client, game, index, q, Tally.MAX_TEXTS).map(Tallies::texts);
            case Question.Number q -> histogram(client, game, index, Bins.of(q.min(), q.max()));
            case Question.Scale q -> histogram(client, game, index, Bins.of(q.min(), q.max(), q.step()));
            case Question.Point _ ->
                AnswerCounts.cells(client, game, index, Tally.GRID).map(Tallies::heat);
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

    private static Tally heat(List<AnswerCounts.Cell> cells) {
        return new Tally.Heat(cells.stream()
                .map(cell -> new Tally.Cell(cell.x(), cell.y(), cell.count()))
                .toList());
    }

    private static Future<Tally> histogram(SqlClient client, UUID game, int index, Bins bins) {
        return AnswerCounts.bins(client, game, index, bins.min(), bins.max(), bins.count())
                .map(bins::histogram);
    }
}
