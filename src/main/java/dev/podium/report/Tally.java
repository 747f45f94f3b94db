package dev.podium.report;

import dev.podium.game.Fold;
import dev.podium.game.Item;
import dev.podium.game.Option;
import dev.podium.game.Question;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How often each answer to a question was given. */
final class Tally {
    /** Of typed answers, the most frequent so many. */
    private static final int MAX_ROWS = 20;

    /** @param right whether it is a right answer; null for kinds without one */
    record Row(String text, int count, Boolean right) {}

    private final Question question;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** Starts with what could be picked, each at 0. */
    Tally(Question question) {
        this.question = question;
        possible().forEach(row -> rows.put(row.text, row));
    }

    /** Counts one answer, given by its parts. */
    void add(List<String> parts) {
        switch (question) {
            case Question.Order order -> {
                for (int i = 0; i < parts.size(); i++) {
                    if (parts.get(i).equals(order.items().get(i).text())) count(parts.get(i), parts.get(i), true);
                }
            }
            case Question.Text text -> {
                var folded = Fold.of(parts.getFirst());
                count(
                        folded,
                        parts.getFirst(),
                        text.accept().stream().map(Fold::of).anyMatch(folded::equals));
            }
            case Question.Number number -> {
                var value = parts.getFirst();
                double off = Math.abs(Double.parseDouble(value) - number.correct());
                count(value, value, off <= number.tolerance());
            }
            case Question.Choice _, Question.TrueFalse _, Question.Poll _, Question.Slide _ ->
                parts.forEach(part -> count(part, part, null));
        }
    }

    /** The rows: choices and items as the question has them, typed answers by frequency. */
    List<Row> rows() {
        boolean typed = question instanceof Question.Text || question instanceof Question.Number;
        if (!typed) return List.copyOf(rows.values());
        return rows.values().stream()
                .sorted(Comparator.comparingInt(Row::count).reversed())
                .limit(MAX_ROWS)
                .toList();
    }

    private void count(String key, String text, Boolean right) {
        rows.merge(key, new Row(text, 1, right), (known, one) -> new Row(known.text, known.count + 1, known.right));
    }

    private Stream<Row> possible() {
        return switch (question) {
            case Question.Choice q -> q.choices().stream().map(choice -> new Row(choice.text(), 0, choice.correct()));
            case Question.Poll q -> q.choices().stream().map(Option::text).map(text -> new Row(text, 0, null));
            case Question.TrueFalse q -> Stream.of(new Row("true", 0, q.correct()), new Row("false", 0, !q.correct()));
            case Question.Order q -> q.items().stream().map(Item::text).map(text -> new Row(text, 0, true));
            case Question.Text _, Question.Number _, Question.Slide _ -> Stream.of();
        };
    }
}
