package dev.podium.library;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.podium.catalogue.Tags;
import dev.podium.formats.Columns;
import dev.podium.formats.Formats;
import dev.podium.formats.Parsed;
import dev.podium.http.Code;
import dev.podium.http.FieldError;
import dev.podium.http.Form;
import dev.podium.media.Enclosed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;

/** Takes in a file, whichever program wrote it. */
@ApplicationScoped
class FileImport {
    private static final FieldError UNKNOWN =
            new FieldError("media", Code.NOT_ALLOWED, "A picture of a kind that is not kept is left out.");

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
        var head = QuizDraft.head(form).tagged(Tags.taken(parsed.tags()));
        form.check();
        var rows = new ArrayList<ImportReport.Row>();
        var media = new Enclosed();
        var kept = 0;
        for (var row : parsed.rows()) {
            var judged = kept < room ? judged(row, media) : ImportReport.tooMany(row.number());
            if (!(judged instanceof ImportReport.Row.Refused)) kept++;
            rows.add(judged);
        }
        return new ImportReport(parsed.format(), head, rows, parsed.grid(), media);
    }

    private static ImportReport.Row judged(Parsed.Row row, Enclosed media) {
        if (row.question() == null) return new ImportReport.Row.Refused(row.number(), row.note());
        var note = row.note();
        for (var picture : row.pictures()) {
            var found = media.add(picture.file());
            if (found.isPresent()) show(found.get(), picture);
            else if (note == null) note = UNKNOWN;
        }
        return ImportReport.judge(row.number(), row.question(), note);
    }

    private static void show(Enclosed.Found found, Parsed.Picture picture) {
        var shown = picture.of().putObject("media").put("url", found.url()).put("kind", found.kind());
        if (!picture.words().isEmpty() && picture.words().length() <= Limits.ALT) shown.put("alt", picture.words());
    }
}
