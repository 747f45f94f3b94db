package dev.podium.room;

import dev.podium.game.Item;
import dev.podium.game.Option;
import dev.podium.game.Plan;
import dev.podium.game.Question;
import dev.podium.state.GameRow;
import dev.podium.tally.AnswerCounts;
import dev.podium.tally.OpenCloud;
import dev.podium.wire.Tally;
import dev.podium.words.UnfitWords;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How a question was answered by all, as screens show it. */
final class Tallies {
    private Tallies() {}

    static Future<Tally> read(SqlClient client, GameRow row) {
        var plan = row.frozen().plan();
        return read(client, row.id(), row.game().question(), row.question().orElseThrow(), text -> fit(text, plan));
    }

    /** @param cloud the open question's of this state */
    static Future<Tally> read(SqlClient client, GameRow row, OpenCloud cloud) {
        var plan = row.frozen().plan();
        return cloud.shown(client, Tally.MAX_TEXTS, text -> fit(text, plan)).map(Tallies::texts);
    }

    /** @param fit whether a text that is not right may be shown */
    static Future<Tally> read(SqlClient client, UUID game, int index, Question question, Predicate<String> fit) {
        return switch (question) {
            case Question.Choice q -> AnswerCounts.picks(client, game, index).map(n -> picks(ids(q.choices()), n));
            case Question.Poll q -> AnswerCounts.picks(client, game, index).map(n -> picks(ids(q.choices()), n));
            case Question.TrueFalse q ->
                AnswerCounts.picks(client, game, index).map(n -> picks(Stream.of(q.trueId(), q.falseId()), n));
            case Question.Order q ->
                AnswerCounts.places(client, game, index, q)
                        .map(n -> picks(q.items().stream().map(Item::id), n));
            case Question.Typed q ->
                AnswerCounts.shown(client, game, index, q, Tally.MAX_TEXTS, fit).map(Tallies::texts);
            case Question.Number q -> histogram(client, game, index, Bins.of(q.min(), q.max()));
            case Question.Scale q -> histogram(client, game, index, Bins.of(q.min(), q.max(), q.step()));
            case Question.Point _ ->
                AnswerCounts.cells(client, game, index, Tally.GRID).map(Tallies::heat);
            case Question.Slide _ -> Future.succeededFuture(new Tally.Picks(List.of()));
        };
    }

    private static boolean fit(String text, Plan plan) {
        return UnfitWords.fit(text, plan.settings().entry().filter(), plan.language());
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
