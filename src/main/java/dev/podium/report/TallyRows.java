package dev.podium.report;

import dev.podium.game.Option;
import dev.podium.game.Question;
import dev.podium.report.Report.TallyRow;
import dev.podium.tally.AnswerCounts;
import dev.podium.tally.AnswerCounts.Cell;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How often each answer to a question was given: choices and items as the question has them, typed answers by frequency. */
final class TallyRows {
    /** Of typed answers, the most frequent so many. */
    private static final int MAX_TYPED = 20;

    /** A picture's width, and its height, in cells. */
    private static final int GRID = 20;

    private TallyRows() {}

    static Future<List<TallyRow>> read(SqlClient client, UUID game, int index, Question question) {
        return switch (question) {
            case Question.Choice q ->
                AnswerCounts.picks(client, game, index)
                        .map(counts -> q.choices().stream()
                                .map(choice -> row(choice, choice.correct(), counts))
                                .toList());
            case Question.Poll q ->
                AnswerCounts.picks(client, game, index)
                        .map(counts -> q.choices().stream()
                                .map(choice -> row(choice, null, counts))
                                .toList());
            case Question.TrueFalse q ->
                AnswerCounts.picks(client, game, index)
                        .map(counts -> List.of(
                                new TallyRow(q.trueId(), "true", counts.getOrDefault(q.trueId(), 0L), q.correct()),
                                new TallyRow(
                                        q.falseId(), "false", counts.getOrDefault(q.falseId(), 0L), !q.correct())));
            case Question.Order q ->
                AnswerCounts.places(client, game, index, q)
                        .map(counts -> q.items().stream()
                                .map(item ->
                                        new TallyRow(item.id(), item.text(), counts.getOrDefault(item.id(), 0L), true))
                                .toList());
            case Question.Text q ->
                AnswerCounts.texts(client, game, index, q, MAX_TYPED).map(TallyRows::typed);
            case Question.Number _ ->
                AnswerCounts.numbers(client, game, index, MAX_TYPED).map(TallyRows::typed);
            case Question.WordCloud q ->
                AnswerCounts.texts(client, game, index, q, MAX_TYPED).map(TallyRows::said);
            case Question.Scale _ ->
                AnswerCounts.numbers(client, game, index, MAX_TYPED).map(TallyRows::said);
            case Question.Point _ -> AnswerCounts.points(client, game, index).map(TallyRows::typed);
            case Question.Slide _ -> Future.succeededFuture(List.of());
        };
    }

    /** Where a picture was pointed at; nothing for other kinds. */
    static Future<List<Cell>> cells(SqlClient client, UUID game, int index, Question question) {
        return question instanceof Question.Point
                ? AnswerCounts.cells(client, game, index, GRID)
                : Future.succeededFuture(List.of());
    }

    private static TallyRow row(Option choice, Boolean right, Map<String, Long> counts) {
        return new TallyRow(choice.id(), choice.words(), counts.getOrDefault(choice.id(), 0L), right);
    }

    /** Of what nobody can be right about. */
    private static List<TallyRow> said(List<AnswerCounts.Typed> said) {
        return said.stream()
                .map(one -> new TallyRow(null, one.text(), one.count(), null))
                .toList();
    }

    private static List<TallyRow> typed(List<AnswerCounts.Typed> typed) {
        return typed.stream()
                .map(one -> new TallyRow(null, one.text(), one.count(), one.right()))
                .toList();
    }
}
