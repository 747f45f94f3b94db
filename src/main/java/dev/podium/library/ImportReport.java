package dev.podium.library;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.podium.formats.Columns;
import dev.podium.formats.Parsed;
import dev.podium.http.Code;
import dev.podium.http.FieldError;
import dev.podium.http.Form;
import dev.podium.http.Problem;
import dev.podium.media.Enclosed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a file gave, row by row. One odd row does not fail the others.
 *
 * @param format whose file it is, as in {@code kahoot}
 * @param head title, description and language
 * @param grid how a table was read; null when it is none
 * @param media what the rows show of it
 */
record ImportReport(String format, QuizDraft head, List<Row> rows, Parsed.Grid grid, Enclosed media) {
    /** Podium's own JSON. */
    static final String OWN = "podium";

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

    static Row tooMany(int number) {
        var reason = new FieldError("", Code.TOO_MANY, "At most " + Limits.QUESTIONS + " questions are possible.");
        return new Row.Refused(number, reason);
    }

    /** The quiz of all rows that are kept. */
    QuizDraft draft() {
        return head.with(kept(JsonNodeFactory.instance.arrayNode()));
    }

    /** A quiz, and after its questions all rows that are kept. */
    QuizDraft after(QuizDraft quiz, ArrayNode questions) {
        return quiz.with(kept(questions.deepCopy()));
    }

    private ArrayNode kept(ArrayNode questions) {
        for (var row : rows) {
            if (!(row instanceof Row.Refused)) {
                questions.add(question(row));
            }
        }
        return questions;
    }

    /** Whether a row is kept, or there was none to begin with. */
    private boolean takes() {
        return rows.isEmpty() || !rows.stream().allMatch(Row.Refused.class::isInstance);
    }

    /**
     * @return this
     * @throws dev.podium.http.Problem.Refusal 422 when nothing is kept, or nobody has said what a table's columns hold
     */
    ImportReport orRefusal() {
        if (grid != null && grid.guessed()) {
            throw Problem.invalid(
                            "columns", Code.UNKNOWN, "Nothing says what the columns of this table hold: name them.")
                    .refusal();
        }
        if (takes()) {
            return this;
        }
        var reasons = new ArrayList<FieldError>();
        for (var row : rows) {
            if (row instanceof Row.Refused(var number, var reason) && reasons.size() < 100) {
                var path = place(number) + (reason.field().isEmpty() ? "" : "." + reason.field());
                reasons.add(new FieldError(path, reason.code(), reason.message()));
            }
        }
        throw Problem.invalid(reasons).refusal();
    }

    /** What a row is called in a refusal. */
    private String place(int number) {
        return format.equals(OWN) ? "questions[" + (number - 1) + "]" : "rows[" + number + "]";
    }

    /** As the API shows it. */
    @Schema(name = "ImportReport")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            Taken quiz,
            String format,
            List<ShownRow> rows,

            @Schema(description = "Of a table, in a preview: how it was read.")
            Table table) {}

    /** @param id null in a preview */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Taken(UUID id, String title) {}

    /**
     * @param columns words as the request has them
     * @param first the row of the first question
     * @param guessed whether nothing in the table says so
     * @param lines how it begins
     */
    @Schema(name = "ImportTable")
    record Table(List<String> columns, int first, boolean guessed, List<Parsed.Top> lines) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
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
                rows.stream().map(row -> shown(row, null)).toList(),
                null);
    }

    /** Before anything is stored: each row with its question. */
    Shown preview() {
        return new Shown(
                new Taken(null, head.title()),
                format,
                rows.stream().map(row -> shown(row, question(row))).toList(),
                grid == null ? null : table(grid));
    }

    private static Table table(Parsed.Grid grid) {
        var words = grid.columns().each().stream().map(Columns.Column::word).toList();
        return new Table(words, grid.first(), grid.guessed(), grid.top());
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
