package dev.podium.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.podium.http.Code;
import dev.podium.http.FieldError;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a file gave, row by row. One odd row does not fail the others.
 *
 * @param head title, description and language
 */
record ImportReport(QuizDraft head, List<Row> rows) {
    /** @param number counts from 1, as people do */
    sealed interface Row {
        int number();

        record Imported(int number, JsonNode question) implements Row {}

        /** Kept as far as it goes: it has to be finished before it can be played. */
        record Draft(int number, JsonNode question, FieldError reason) implements Row {}

        record Refused(int number, FieldError reason) implements Row {}
    }

    ImportReport {
        rows = List.copyOf(rows);
    }

    /** The quiz of all rows that are kept. */
    QuizDraft draft() {
        var questions = JsonNodeFactory.instance.arrayNode();
        for (var row : rows) {
            switch (row) {
                case Row.Imported(var _, var question) -> questions.add(question);
                case Row.Draft(var _, var question, var _) -> questions.add(question);
                case Row.Refused _ -> {}
            }
        }
        return head.with(questions);
    }

    /** Whether a row is kept, or there was none to begin with. */
    boolean takes() {
        return rows.isEmpty() || !rows.stream().allMatch(Row.Refused.class::isInstance);
    }

    /** As the API shows it. */
    @Schema(name = "ImportReport")
    record Shown(Taken quiz, List<ShownRow> rows) {}

    record Taken(UUID id, String title) {}

    record ShownRow(
            @Schema(minimum = "1") int row,

            @Schema(enumeration = {"imported", "draft", "refused"})
            String status,

            String field,
            Code code,
            String message) {}

    Shown shown(Quiz quiz) {
        return new Shown(
                new Taken(quiz.id, quiz.title),
                rows.stream().map(ImportReport::shown).toList());
    }

    private static ShownRow shown(Row row) {
        return switch (row) {
            case Row.Imported(var number, var _) -> new ShownRow(number, "imported", null, null, null);
            case Row.Draft(var number, var _, var reason) -> shown(number, "draft", reason);
            case Row.Refused(var number, var reason) -> shown(number, "refused", reason);
        };
    }

    private static ShownRow shown(int number, String status, FieldError reason) {
        return new ShownRow(number, status, reason.field(), reason.code(), reason.message());
    }
}
