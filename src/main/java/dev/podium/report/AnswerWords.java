package dev.podium.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.game.Item;
import dev.podium.game.Option;
import dev.podium.game.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Stored answers in the words that were on the phone. */
final class AnswerWords {
    private AnswerWords() {}

    /** The parts of an answer: the picked choices, the items in the order given, or the one text or number. */
    static List<String> parts(Question question, JsonNode body) {
        return switch (question) {
            case Question.Choice q -> named(body.path("choices"), options(q.choices()));
            case Question.Poll q -> named(body.path("choices"), options(q.choices()));
            case Question.TrueFalse q -> named(body.path("choices"), Map.of(q.trueId(), "true", q.falseId(), "false"));
            case Question.Order q ->
                named(body.path("order"), q.items().stream().collect(Collectors.toMap(Item::id, Item::text)));
            case Question.Text _, Question.WordCloud _ ->
                List.of(body.path("text").asText());
            case Question.Number _, Question.Scale _ ->
                List.of(plain(body.path("number").asDouble()));
            case Question.Point _ -> List.of(place(body.path("point")));
            case Question.Slide _ -> List.of();
        };
    }

    /** In parts of the picture: {@code 25 %, 60 %} is a quarter from the left, three fifths from above. */
    private static String place(JsonNode point) {
        return percent(point.path(0)) + ", " + percent(point.path(1));
    }

    private static String percent(JsonNode share) {
        return Math.round(share.asDouble() * 100) + " %";
    }

    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static Map<String, String> options(List<Option> choices) {
        return choices.stream().collect(Collectors.toMap(Option::id, Option::words));
    }

    private static List<String> named(JsonNode ids, Map<String, String> names) {
        var words = new ArrayList<String>();
        ids.forEach(id -> words.add(names.getOrDefault(id.asText(), "")));
        return words;
    }
}
