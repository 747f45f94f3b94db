package dev.podium.report;

import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A report as CSV: a header, then a row for each player. */
final class ReportCsv {
    /** A spreadsheet would take a cell that begins so for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private static final CsvFactory CSV = CsvFactory.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private ReportCsv() {}

    static String write(Report report) {
        var text = new StringWriter();
        try (var csv = CSV.createGenerator(text)) {
            csv.setSchema(schema(report));
            for (var player : report.players()) {
                csv.writeStartObject();
                csv.writeNumberField("rank", player.rank());
                csv.writeStringField("nickname", safe(player.nickname()));
                csv.writeStringField("team", player.team() == null ? "" : safe(player.team()));
                csv.writeNumberField("score", player.score());
                csv.writeNumberField("correct", player.correct());
                for (var answer : player.answers().entrySet()) {
                    var question = "q" + (answer.getKey() + 1);
                    csv.writeNumberField(question + "_points", answer.getValue().points());
                    csv.writeNumberField(question + "_ms", answer.getValue().ms());
                }
                csv.writeEndObject();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static CsvSchema schema(Report report) {
        var schema = CsvSchema.builder()
                .addColumn("rank")
                .addColumn("nickname")
                .addColumn("team")
                .addColumn("score")
                .addColumn("correct");
        for (var line : report.questions()) {
            var question = "q" + (line.index() + 1);
            schema.addColumn(question + "_points").addColumn(question + "_ms");
        }
        return schema.setUseHeader(true).build();
    }

    private static String safe(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
