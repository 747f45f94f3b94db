package dev.podium.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.game.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers as JSON: on the wire, and the same in the database. */
public final class AnswerJson {
    // No question has more choices or items; a longer list is not worth looking at.
    private static final int MAX_IDS = 64;
    private static final List<String> SHAPES = List.of("choices", "text", "number", "order", "point");

    private AnswerJson() {}

    /** The JSON text of an answer. */
    public static String write(Answer answer) {
        var json = JsonText.start().open();
        switch (answer) {
            case Answer.Choices(var ids) -> ids(json.name("choices"), ids);
            case Answer.Text(var text) -> json.field("text", text);
            case Answer.Number(var value) -> json.field("number", value);
            case Answer.Point(var x, var y) ->
                json.name("point").openArray().value(x).value(y).closeArray();
            case Answer.Order(var ids) -> ids(json.name("order"), ids);
        }
        return json.close().toString();
    }

    /** The answer in a JSON text; empty if it has no shape that any kind takes. Whether it fits a question is said by that question. */
    public static Optional<Answer> read(String json) {
        return UntrustedJson.read(json).flatMap(tree -> Optional.ofNullable(orNull(tree)));
    }

    /** Fields of other versions are ignored, but an answer of two shapes is none. */
    static Answer orNull(JsonNode answer) {
        var shapes = SHAPES.stream().filter(answer::hasNonNull).toList();
        if (shapes.size() != 1) {
            return null;
        }
        var value = answer.get(shapes.getFirst());
        return switch (shapes.getFirst()) {
            case "choices" -> isIds(value) ? new Answer.Choices(ids(value)) : null;
            case "order" -> isIds(value) ? new Answer.Order(ids(value)) : null;
            case "number" -> Fields.isFinite(value) ? new Answer.Number(number(value)) : null;
            case "point" -> isPoint(value) ? new Answer.Point(number(value.get(0)), number(value.get(1))) : null;
            default ->
                value.isTextual() && Fields.isStorable(value.textValue()) ? new Answer.Text(value.textValue()) : null;
        };
    }

    /** Minus zero would come back as another text than it was stored. */
    private static double number(JsonNode value) {
        return value.doubleValue() + 0.0;
    }

    private static boolean isPoint(JsonNode value) {
        return value.isArray() && value.size() == 2 && value.valueStream().allMatch(Fields::isFinite);
    }

    private static boolean isIds(JsonNode value) {
        return value.isArray() && value.size() <= MAX_IDS && value.valueStream().allMatch(Fields::isId);
    }

    private static List<String> ids(JsonNode value) {
        var ids = new ArrayList<String>(value.size());
        value.forEach(id -> ids.add(id.textValue()));
        return ids;
    }

    private static void ids(JsonText json, List<String> ids) {
        json.openArray();
        ids.forEach(json::value);
        json.closeArray();
    }
}
