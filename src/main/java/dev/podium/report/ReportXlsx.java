package dev.podium.report;

import dev.podium.report.Report.PlayerLine;
import dev.podium.report.Report.QuestionLine;
import java.io.IOException;
import java.io.OutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A report as a workbook: a sheet of the players, as in the CSV, and one of the questions. Texts are texts, never formulas. */
final class ReportXlsx implements ReportWriter {
    private static final int MAX_ROW_WIDTH = 60;
    private static final int NICKNAME = 1;
    private static final int FIRST_ROUND = 5;
    /** A sheet keeps its rows until it is told to write them out. */
    private static final int ROWS_KEPT = 100;

    private final Workbook workbook;
    private Worksheet players;
    private Report report;
    private int row;
    private int firstQuestion;

    ReportXlsx(OutputStream out) {
        workbook = new Workbook(out, "Podium", "1.0");
    }

    @Override
    public void begin(Report report) {
        this.report = report;
        players = workbook.newWorksheet("Players");
        head(players, "rank", "nickname", "team", "score", "correct");
        int rounds = report.hasRounds() ? report.rounds().size() : 0;
        firstQuestion = FIRST_ROUND + rounds;
        for (var round = 0; round < rounds; round++) players.value(0, FIRST_ROUND + round, ReportCsv.round(round));
        for (var line : report.questions()) {
            var name = "q" + (line.index() + 1);
            players.value(0, firstQuestion + 2 * line.index(), name + "_points");
            players.value(0, firstQuestion + 2 * line.index() + 1, name + "_ms");
        }
        bold(players, firstQuestion + 2 * report.questions().size());
        players.width(NICKNAME, 24);
    }

    @Override
    public void player(PlayerLine player) throws IOException {
        row++;
        players.value(row, 0, player.rank());
        // Names stand in their cells: the workbook would keep a table of them until its end.
        players.inlineString(row, NICKNAME, player.nickname());
        if (player.team() != null) players.value(row, 2, player.team());
        players.value(row, 3, player.score());
        players.value(row, 4, player.correct());
        for (var round = 0; round < player.rounds().size(); round++) {
            players.value(row, FIRST_ROUND + round, player.rounds().get(round));
        }
        for (var answer : player.answers()) {
            players.value(row, firstQuestion + 2 * answer.question(), answer.points());
            players.value(row, firstQuestion + 2 * answer.question() + 1, answer.ms());
        }
        if (row % ROWS_KEPT == 0) players.flush();
    }

    @Override
    public void end() throws IOException {
        players.finish();
        questions(workbook.newWorksheet("Questions"));
        workbook.finish();
    }

    private void questions(Worksheet sheet) {
        head(sheet, "question", "text", "kind", "asked", "skipped", "answers", "correct", "right_part", "mean_ms");
        if (report.hasRounds()) head(sheet, 9, "round", "title");
        bold(sheet, report.hasRounds() ? 11 : 9);
        sheet.width(1, MAX_ROW_WIDTH);
        for (var line : report.questions()) {
            question(sheet, line.index() + 1, line);
            if (!report.hasRounds()) continue;
            sheet.value(line.index() + 1, 9, line.round() + 1);
            sheet.value(line.index() + 1, 10, report.rounds().get(line.round()).title());
        }
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
        head(sheet, 0, names);
    }

    private static void head(Worksheet sheet, int first, String... names) {
        for (var column = 0; column < names.length; column++) sheet.value(0, first + column, names[column]);
    }

    private static void bold(Worksheet sheet, int columns) {
        sheet.range(0, 0, 0, columns - 1).style().bold().set();
        sheet.freezePane(0, 1);
    }
}
