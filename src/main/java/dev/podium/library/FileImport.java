package dev.podium.library;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.podium.formats.Formats;
import dev.podium.formats.Parsed;
import dev.podium.http.Code;
import dev.podium.http.FieldError;
import dev.podium.http.Form;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;

/** Takes in a file, whichever program wrote it. */
@ApplicationScoped
class FileImport {
    private final JsonImport own;

    FileImport(JsonImport own) {
        this.own = own;
    }

    /**
     * @param fallbackTitle for a quiz without one
     * @throws dev.podium.http.Problem.Refusal 413 or 422 when nothing can be taken in
     */
    ImportReport read(byte[] file, String fallbackTitle) {
        return Formats.read(file)
                .map(parsed -> judged(parsed, fallbackTitle))
                .orElseGet(() -> own.read(file, fallbackTitle));
    }

    private static ImportReport judged(Parsed parsed, String title) {
        var form = Form.of(JsonNodeFactory.instance.objectNode().put("title", title));
        var head = QuizDraft.head(form);
        form.check();
        var rows = new ArrayList<ImportReport.Row>();
        var kept = 0;
        for (var row : parsed.rows()) {
            var judged = kept < Limits.QUESTIONS ? judged(row) : tooMany(row);
            if (!(judged instanceof ImportReport.Row.Refused)) kept++;
            rows.add(judged);
        }
        return new ImportReport(parsed.format(), head, rows).orRefusal(number -> "rows[" + number + "]");
    }

    private static ImportReport.Row judged(Parsed.Row row) {
        return row.question() == null
                ? new ImportReport.Row.Refused(row.number(), row.note())
                : ImportReport.judge(row.number(), row.question(), row.note());
    }

    private static ImportReport.Row tooMany(Parsed.Row row) {
        var reason = new FieldError("", Code.TOO_MANY, "At most " + Limits.QUESTIONS + " questions are possible.");
        return new ImportReport.Row.Refused(row.number(), reason);
    }
}
