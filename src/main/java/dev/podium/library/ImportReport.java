package dev.podium.library;

import dev.podium.game.Question;
import dev.podium.http.Code;
import dev.podium.http.FieldError;
import java.util.ArrayList;
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

        record Imported(int number, Question question) implements Row {}

        record Refused(int number, FieldError reason) implements Row {}
    }

    ImportReport {
        rows = List.copyOf(rows);
    }

    /** The quiz of the rows that could be read. */
    QuizDraft draft() {
        var questions = new ArrayList<Question>();
        for (var row : rows) {
            if (row instanceof Row.Imported(var number, var question)) {
                questions.add(question);
            }
        }
        return head.with(questions);
    }

    /** As the API shows it. */
    @Schema(name = "ImportReport")
    record Shown(Taken quiz, List<ShownRow> rows) {}

    record Taken(UUID id, String title) {}

    record ShownRow(
            @Schema(minimum = "1") int row,
            @Schema(enumeration = {"imported", "refused"}) String status,
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
            case Row.Refused(var number, var reason) ->
                new ShownRow(number, "refused", reason.field(), reason.code(), reason.message());
        };
    }
}
