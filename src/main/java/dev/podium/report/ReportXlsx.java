package dev.podium.report;

import dev.podium.report.Report.PlayerLine;
import dev.podium.report.Report.QuestionLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A report as a workbook: a sheet of the players, as in the CSV, and one of the questions. Texts are texts, never formulas. */
final class ReportXlsx {
    private static final int MAX_ROW_WIDTH = 60;
    private static final int NICKNAME = 1;
    private static final int FIRST_QUESTION = 5;

    private ReportXlsx() {}

    static byte[] write(Report report) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Podium", "1.0")) {
            players(workbook.newWorksheet("Players"), report);
            questions(workbook.newWorksheet("Questions"), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void players(Worksheet sheet, Report report) {
        head(sheet, "rank", "nickname", "team", "score", "correct");
        for (var line : report.questions()) {
            var name = "q" + (line.index() + 1);
            sheet.value(0, FIRST_QUESTION + 2 * line.index(), name + "_points");
            sheet.value(0, FIRST_QUESTION + 2 * line.index() + 1, name + "_ms");
        }
        bold(sheet, FIRST_QUESTION + 2 * report.questions().size());
        sheet.width(NICKNAME, 24);
        var row = 1;
        for (var player : report.players()) player(sheet, row++, player);
    }

    private static void player(Worksheet sheet, int row, PlayerLine player) {
        sheet.value(row, 0, player.rank());
        sheet.value(row, NICKNAME, player.nickname());
        if (player.team() != null) sheet.value(row, 2, player.team());
        sheet.value(row, 3, player.score());
        sheet.value(row, 4, player.correct());
        player.answers().forEach((question, answer) -> {
            sheet.value(row, FIRST_QUESTION + 2 * question, answer.points());
            sheet.value(row, FIRST_QUESTION + 2 * question + 1, answer.ms());
        });
    }

    private static void questions(Worksheet sheet, Report report) {
        head(sheet, "question", "text", "kind", "asked", "skipped", "answers", "correct", "right_part", "mean_ms");
        bold(sheet, 9);
        sheet.width(1, MAX_ROW_WIDTH);
        for (var line : report.questions()) question(sheet, line.index() + 1, line);
    }

    private static void question(Worksheet sheet, int row, QuestionLine line) {
        sheet.value(row, 0, row);
        sheet.value(row, 1, line.question().text());
        sheet.value(row, 2, line.question().kind());
        sheet.value(row, 3, line.asked());
        sheet.value(row, 4, line.voided());
        sheet.value(row, 5, line.answers());
        if (line.right() != null) sheet.value(row, 6, line.right());
        if (line.fraction() != null) sheet.value(row, 7, line.fraction());
        if (line.meanMs() != null) sheet.value(row, 8, line.meanMs());
    }

    private static void head(Worksheet sheet, String... names) {
        for (var column = 0; column < names.length; column++) sheet.value(0, column, names[column]);
    }

    private static void bold(Worksheet sheet, int columns) {
        sheet.range(0, 0, 0, columns - 1).style().bold().set();
        sheet.freezePane(0, 1);
    }
}
