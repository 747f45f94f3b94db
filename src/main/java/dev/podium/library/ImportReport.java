package dev.podium.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.podium.http.Code;
import dev.podium.http.FieldError;
import dev.podium.http.Form;
import dev.podium.http.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a file gave, row by row. One odd row does not fail the others.
 *
 * @param format whose file it is, as in {@code kahoot}
 * @param head title, description and language
 */
record ImportReport(String format, QuizDraft head, List<Row> rows) {
    /** @param number as a person sees it in the file: a line, a sheet's row, or a question's place; from 1 */
    sealed interface Row {
        int number();

        record Imported(int number, JsonNode question) implements Row {}

        /** A whole question, but not quite what the file says. */
        record Changed(int number, JsonNode question, FieldError reason) implements Row {}

        /** Kept as far as it goes: it has to be finished before it can be played. */
        record Draft(int number, JsonNode question, FieldError reason) implements Row {}

        record Refused(int number, FieldError reason) implements Row {}
    }

    ImportReport {
        rows = List.copyOf(rows);
    }

    /**
     * One question of a file, judged.
     *
     * @param note what was changed on the way here; nullable
     */
    static Row judge(int number, JsonNode element, FieldError note) {
        if (!element.isObject()) {
            return new Row.Refused(number, new FieldError("", Code.INVALID, "An object is expected."));
        }
        var form = Form.of(element);
        var question = QuestionReader.read(form);
        if (!form.hasErrors()) {
            var written = QuestionWriter.write(question);
            return note == null ? new Row.Imported(number, written) : new Row.Changed(number, written, note);
        }
        var reason = form.errors().getFirst();
        return DraftQuestions.draft(element)
                .<Row>map(draft -> new Row.Draft(number, draft, reason))
                .orElseGet(() -> new Row.Refused(number, DraftQuestions.tooMuch("")));
    }

    /** The quiz of all rows that are kept. */
    QuizDraft draft() {
        var questions = JsonNodeFactory.instance.arrayNode();
        for (var row : rows) {
            if (!(row instanceof Row.Refused)) {
                questions.add(question(row));
            }
        }
        return head.with(questions);
    }

    /** Whether a row is kept, or there was none to begin with. */
    private boolean takes() {
        return rows.isEmpty() || !rows.stream().allMatch(Row.Refused.class::isInstance);
    }

    /**
     * @param place what a row is called in a refusal, by its number
     * @return this
     * @throws dev.podium.http.Problem.Refusal 422 when nothing is kept
     */
    ImportReport orRefusal(IntFunction<String> place) {
        if (takes()) {
            return this;
        }
        var reasons = new ArrayList<FieldError>();
        for (var row : rows) {
            if (row instanceof Row.Refused(var number, var reason) && reasons.size() < 100) {
                var path = place.apply(number) + (reason.field().isEmpty() ? "" : "." + reason.field());
                reasons.add(new FieldError(path, reason.code(), reason.message()));
            }
        }
        throw Problem.invalid(reasons).refusal();
    }

    /** As the API shows it. */
    @Schema(name = "ImportReport")
    record Shown(Taken quiz, String format, List<ShownRow> rows) {}

    /** @param id null in a preview */
    record Taken(UUID id, String title) {}

    record ShownRow(
            @Schema(minimum = "1") int row,

            @Schema(enumeration = {"imported", "changed", "draft", "refused"})
            String status,

            String field,
            Code code,
            String message,

            @Schema(implementation = Object.class) JsonNode question) {}

    Shown shown(Quiz quiz) {
        return new Shown(
                new Taken(quiz.id, quiz.title),
                format,
                rows.stream().map(row -> shown(row, null)).toList());
    }

    /** Before anything is stored: each row with its question. */
    Shown preview() {
        return new Shown(
                new Taken(null, head.title()),
                format,
                rows.stream().map(row -> shown(row, question(row))).toList());
    }

    private static JsonNode question(Row row) {
        return switch (row) {
            case Row.Imported(var _, var question) -> question;
            case Row.Changed(var _, var question, var _) -> question;
            case Row.Draft(var _, var question, var _) -> question;
            case Row.Refused _ -> null;
        };
    }

    private static ShownRow shown(Row row, JsonNode question) {
        return switch (row) {
            case Row.Imported(var number, var _) -> new ShownRow(number, "imported", null, null, null, question);
            case Row.Changed(var number, var _, var reason) -> shown(number, "changed", reason, question);
            case Row.Draft(var number, var _, var reason) -> shown(number, "draft", reason, question);
            case Row.Refused(var number, var reason) -> shown(number, "refused", reason, question);
        };
    }

    private static ShownRow shown(int number, String status, FieldError reason, JsonNode question) {
        return new ShownRow(number, status, reason.field(), reason.code(), reason.message(), question);
    }
}
