package dev.podium.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.formats.TextFile;
import dev.podium.http.Code;
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
        return new ImportReport("podium", head, rows(elements)).orRefusal(number -> "questions[" + (number - 1) + "]");
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
            rows.add(ImportReport.judge(rows.size() + 1, element, null));
        }
        return rows;
    }

    private static ObjectNode withTitle(ObjectNode quiz, String title) {
        return quiz.hasNonNull("title") ? quiz : quiz.put("title", title);
    }

    private static RuntimeException unknown() {
        return Problem.invalid(
                        FILE,
                        Code.UNKNOWN,
                        "This format is not known. Known are own JSON, tables, Aiken, GIFT, Moodle XML and Open Trivia.")
                .refusal();
    }

    private static RuntimeException malformed(JsonProcessingException e) {
        var at = e.getLocation();
        var where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return Problem.invalid(FILE, Code.INVALID, "This is not well-formed JSON" + where + ".")
                .refusal();
    }
}
