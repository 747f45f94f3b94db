package dev.podium.report;

import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.podium.report.Report.PlayerLine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A report as CSV: a header, then a row for each player. */
final class ReportCsv implements ReportWriter {
    /** Without it Excel takes UTF-8 for the machine's old code page. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** A spreadsheet would take a cell that begins so for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private static final CsvFactory CSV = CsvFactory.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private final Writer out;
    private final char separator;
    private CsvGenerator csv;

    /** @param separator between cells; which one a spreadsheet expects depends on the language of its machine */
    ReportCsv(OutputStream out, char separator) {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.separator = separator;
    }

    @Override
    public void begin(Report report) throws IOException {
        out.write(BYTE_ORDER_MARK);
        csv = CSV.createGenerator(out);
        csv.setSchema(schema(report));
    }

    @Override
    public void player(PlayerLine player) throws IOException {
        csv.writeStartObject();
        csv.writeNumberField("rank", player.rank());
        csv.writeStringField("nickname", safe(player.nickname()));
        csv.writeStringField("team", player.team() == null ? "" : safe(player.team()));
        csv.writeNumberField("score", player.score());
        csv.writeNumberField("correct", player.correct());
        if (player.identity() != null) csv.writeStringField("identity", safe(player.identity()));
        for (var round = 0; round < player.rounds().size(); round++) {
            csv.writeNumberField(round(round), player.rounds().get(round));
        }
        for (var answer : player.answers()) {
            var question = "q" + (answer.question() + 1);
            csv.writeNumberField(question + "_points", answer.points());
            csv.writeNumberField(question + "_ms", answer.ms());
        }
        csv.writeEndObject();
    }

    @Override
    public void end() throws IOException {
        csv.close();
    }

    private CsvSchema schema(Report report) {
        var schema = CsvSchema.builder()
                .addColumn("rank")
                .addColumn("nickname")
                .addColumn("team")
                .addColumn("score")
                .addColumn("correct");
        if (report.identified()) schema.addColumn("identity");
        for (var round = 0; report.hasRounds() && round < report.rounds().size(); round++) {
            schema.addColumn(round(round));
        }
        for (var line : report.questions()) {
            var question = "q" + (line.index() + 1);
            schema.addColumn(question + "_points").addColumn(question + "_ms");
        }
        return schema.setUseHeader(true).setColumnSeparator(separator).build();
    }

    /** What that round gave. */
    static String round(int index) {
        return "round" + (index + 1);
    }

    private static String safe(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
