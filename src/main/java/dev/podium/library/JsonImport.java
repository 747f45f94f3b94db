package dev.podium.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.http.Code;
import dev.podium.http.FieldError;
import dev.podium.http.Form;
import dev.podium.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Takes in our own JSON: one quiz, as {@link QuizJson#document} writes it. */
@ApplicationScoped
class JsonImport {
    private static final String FILE = "file";

    private final ObjectMapper mapper;

    JsonImport(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * @param fallbackTitle for a quiz without one
     * @throws dev.podium.http.Problem.Refusal 422 when nothing can be taken in: another format, no list of questions, nothing to keep of several
     */
    ImportReport read(byte[] file, String fallbackTitle) {
        var form = Form.of(withTitle(parse(TextFile.read(file)), fallbackTitle));
        var head = QuizDraft.head(form);
        var elements = form.array("questions", 0, Limits.QUESTIONS);
        form.check();
        var report = new ImportReport(head, rows(elements));
        refuseIfNothingIsLeft(report);
        return report;
    }

    private ObjectNode parse(String file) {
        if (!file.stripLeading().startsWith("{")) {
            throw unknown();
        }
        try {
            if (mapper.readTree(file) instanceof ObjectNode quiz && quiz.has("questions")) {
                return quiz;
            }
        } catch (JsonProcessingException e) {
            throw malformed(e);
        }
        throw unknown();
    }

    private static List<ImportReport.Row> rows(List<JsonNode> elements) {
        var rows = new ArrayList<ImportReport.Row>();
        for (var element : elements) {
            rows.add(row(rows.size() + 1, element));
        }
        return rows;
    }

    private static ImportReport.Row row(int number, JsonNode element) {
        if (!element.isObject()) {
            return new ImportReport.Row.Refused(number, new FieldError("", Code.INVALID, "An object is expected."));
        }
        var form = Form.of(element);
        var question = QuestionReader.read(form);
        if (!form.hasErrors()) {
            return new ImportReport.Row.Imported(number, QuestionWriter.write(question));
        }
        var reason = form.errors().getFirst();
        return DraftQuestions.draft(element)
                .<ImportReport.Row>map(draft -> new ImportReport.Row.Draft(number, draft, reason))
                .orElseGet(() -> new ImportReport.Row.Refused(number, DraftQuestions.tooMuch("")));
    }

    private static void refuseIfNothingIsLeft(ImportReport report) {
        if (report.takes()) {
            return;
        }
        var reasons = new ArrayList<FieldError>();
        for (var row : report.rows()) {
            if (row instanceof ImportReport.Row.Refused(var number, var reason) && reasons.size() < 100) {
                var field = "questions[" + (number - 1) + "]";
                var path = reason.field().isEmpty() ? field : field + "." + reason.field();
                reasons.add(new FieldError(path, reason.code(), reason.message()));
            }
        }
        throw Problem.invalid(reasons).refusal();
    }

    private static ObjectNode withTitle(ObjectNode quiz, String title) {
        return quiz.hasNonNull("title") ? quiz : quiz.put("title", title);
    }

    private static RuntimeException unknown() {
        return Problem.invalid(FILE, Code.UNKNOWN, "This format is not known. A quiz exported as JSON is.")
                .refusal();
    }

    private static RuntimeException malformed(JsonProcessingException e) {
        var at = e.getLocation();
        var where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return Problem.invalid(FILE, Code.INVALID, "This is not well-formed JSON" + where + ".")
                .refusal();
    }
}
