package dev.podium.library;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.podium.formats.Columns;
import dev.podium.formats.Formats;
import dev.podium.formats.Parsed;
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
     * @param room how many questions may be kept
     * @throws dev.podium.http.Problem.Refusal 413 or 422 when nothing can be taken in
     */
    ImportReport read(byte[] file, String fallbackTitle, int room) {
        return Formats.read(file)
                .map(parsed -> judged(parsed, fallbackTitle, room))
                .orElseGet(() -> own.read(file, fallbackTitle, room));
    }

    /** The same of a table, whose columns somebody has named. */
    ImportReport read(byte[] file, String fallbackTitle, int room, Columns columns, int first) {
        return judged(Formats.read(file, columns, first), fallbackTitle, room);
    }

    private static ImportReport judged(Parsed parsed, String title, int room) {
        var form = Form.of(JsonNodeFactory.instance.objectNode().put("title", title));
        var head = QuizDraft.head(form);
        form.check();
        var rows = new ArrayList<ImportReport.Row>();
        var kept = 0;
        for (var row : parsed.rows()) {
            var judged = kept < room ? judged(row) : ImportReport.tooMany(row.number());
            if (!(judged instanceof ImportReport.Row.Refused)) kept++;
            rows.add(judged);
        }
        return new ImportReport(parsed.format(), head, rows, parsed.grid());
    }

    private static ImportReport.Row judged(Parsed.Row row) {
        return row.question() == null
                ? new ImportReport.Row.Refused(row.number(), row.note())
                : ImportReport.judge(row.number(), row.question(), row.note());
    }
}
