package dev.podium.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.podium.http.Code;
import dev.podium.http.FieldError;
import java.util.ArrayList;
import java.util.Optional;

/** Questions as the Open Trivia Database gives them: JSON with texts whose signs are entities. */
final class OpenTdb {
    private OpenTdb() {}

    /** @return empty when it is other JSON, or none */
    static Optional<Parsed> read(String json) {
        if (!json.contains("\"results\"")) return Optional.empty();
        try {
            return new ObjectMapper().readTree(json).get("results") instanceof ArrayNode results
                    ? Optional.of(parsed(results))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Parsed parsed(ArrayNode results) {
        var rows = new ArrayList<Parsed.Row>();
        for (var result : results) rows.add(row(rows.size() + 1, result));
        return new Parsed("opentdb", rows);
    }

    private static Parsed.Row row(int number, JsonNode result) {
        if (!result.path("question").isTextual()) {
            return new Parsed.Row(number, null, new FieldError("", Code.INVALID, "There is no question."));
        }
        var text = text(result.get("question"));
        var correct = text(result.path("correct_answer"));
        if (result.path("type").asText().equals("boolean")) {
            return new Parsed.Row(number, Questions.trueFalse(text, correct.equals("True")), null);
        }
        var wrong = result.path("incorrect_answers")
                .valueStream()
                .map(OpenTdb::text)
                .toList();
        return new Parsed.Row(number, Questions.amongWrong(text, correct, wrong), null);
    }

    private static String text(JsonNode node) {
        return Html.unescaped(node.asText());
    }
}
