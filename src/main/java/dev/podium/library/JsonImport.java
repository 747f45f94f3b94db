package dev.podium.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.catalogue.Tags;
import dev.podium.formats.TextFile;
import dev.podium.http.Code;
import dev.podium.http.Form;
import dev.podium.http.Problem;
import dev.podium.media.Enclosed;
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
     * @param room how many questions may be kept
     * @throws dev.podium.http.Problem.Refusal 422 when it is of another format, or has no list of questions
     */
    ImportReport read(byte[] file, String fallbackTitle, int room) {
        var quiz = withTitle(parse(TextFile.read(file)), fallbackTitle);
        var form = Form.of(quiz);
        var head = QuizDraft.head(form).tagged(Tags.taken(texts(quiz.path("tags"))));
        var elements = form.array("questions", 0, Limits.QUESTIONS);
        form.check();
        return new ImportReport(ImportReport.OWN, head, rows(elements, room), null, new Enclosed());
    }

    private ObjectNode parse(String file) {
        if (!file.stripLeading().startsWith("{")) {
            throw unknown();
        }
        try {
            var quiz = mapper.readTree(file);
            if (isForeign(quiz)) {
                throw foreign();
            }
            if (quiz instanceof ObjectNode ours && ours.has("questions")) {
                return ours;
            }
        } catch (JsonProcessingException e) {
            throw malformed(e);
        }
        throw unknown();
    }

    private static List<ImportReport.Row> rows(List<JsonNode> elements, int room) {
        var rows = new ArrayList<ImportReport.Row>();
        for (var element : elements) {
            var number = rows.size() + 1;
            rows.add(number <= room ? ImportReport.judge(number, element, null) : ImportReport.tooMany(number));
        }
        return rows;
    }

    private static ObjectNode withTitle(ObjectNode quiz, String title) {
        return quiz.hasNonNull("title") ? quiz : quiz.put("title", title);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    /** Other programs' questions have other names for the same. */
    private static boolean isForeign(JsonNode quiz) {
        var first = quiz.path("questions").path(0);
        return quiz.has("kahoot")
                || quiz.at("/data/quiz").isObject()
                || !first.has("kind") && first.has("question") && !first.has("text");
    }

    private static RuntimeException foreign() {
        return Problem.invalid(
                        FILE,
                        Code.UNKNOWN,
                        "This is JSON of another program, which cannot be read yet. Its spreadsheets and reports can.")
                .refusal();
    }

    private static RuntimeException unknown() {
        return Problem.invalid(
                        FILE,
                        Code.UNKNOWN,
                        "This format is not known. Known are own JSON, tables (CSV, Excel), lists, Aiken, GIFT, Moodle"
                                + " XML and Open Trivia.")
                .refusal();
    }

    private static RuntimeException malformed(JsonProcessingException e) {
        var at = e.getLocation();
        var where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return Problem.invalid(FILE, Code.INVALID, "This is not well-formed JSON" + where + ".")
                .refusal();
    }
}
