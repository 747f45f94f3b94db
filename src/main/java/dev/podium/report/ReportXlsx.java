package dev.podium.report;

import dev.podium.report.Report.Answerer;
import dev.podium.report.Report.PlayerLine;
import dev.podium.report.Report.QuestionLine;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A report as a workbook: a sheet of the players, as in the CSV, one of the questions, one for each round where there are several,
 * and one for each question that was asked, with what everybody answered. Texts are texts, never formulas. Sheets are written out one after the other.
 */
final class ReportXlsx implements ReportWriter {
    private static final int MAX_ROW_WIDTH = 60;
    private static final int NICKNAME = 1;
    private static final int IDENTITY = 5;
    private static final int ASKED = 4;
    /** A sheet keeps its rows until it is told to write them out. */
    private static final int ROWS_KEPT = 100;

    private final Workbook workbook;
    /** The one that is being written. */
    private Worksheet sheet;

    private Report report;
    private int row;
    private boolean overviewed;
    private int firstRound;
    private int firstQuestion;
    /** The questions of the round that is being written, by their index. */
    private List<Integer> asked = List.of();

    ReportXlsx(OutputStream out) {
        workbook = new Workbook(out, "Podium", "1.0");
    }

    @Override
    public void begin(Report report) {
        this.report = report;
        sheet = workbook.newWorksheet("Players");
        head(sheet, "rank", "nickname", "team", "score", "correct");
        firstRound = IDENTITY;
        if (report.identified()) sheet.value(0, firstRound++, "identity");
        int rounds = report.hasRounds() ? report.rounds().size() : 0;
        firstQuestion = firstRound + rounds;
        for (var round = 0; round < rounds; round++) sheet.value(0, firstRound + round, ReportCsv.round(round));
        for (var line : report.questions()) {
            var name = "q" + (line.index() + 1);
            sheet.value(0, firstQuestion + 2 * line.index(), name + "_points");
            sheet.value(0, firstQuestion + 2 * line.index() + 1, name + "_ms");
        }
        bold(sheet, firstQuestion + 2 * report.questions().size());
        sheet.width(NICKNAME, 24);
    }

    @Override
    public void player(PlayerLine player) throws IOException {
        row++;
        sheet.value(row, 0, player.rank());
        // Names stand in their cells: the workbook would keep a table of them until its end.
        sheet.inlineString(row, NICKNAME, player.nickname());
        if (player.team() != null) sheet.value(row, 2, player.team());
        sheet.value(row, 3, player.score());
        sheet.value(row, 4, player.correct());
        if (player.identity() != null) sheet.inlineString(row, IDENTITY, player.identity());
        for (var round = 0; round < player.rounds().size(); round++) {
            sheet.value(row, firstRound + round, player.rounds().get(round));
        }
        for (var answer : player.answers()) {
            sheet.value(row, firstQuestion + 2 * answer.question(), answer.points());
            sheet.value(row, firstQuestion + 2 * answer.question() + 1, answer.ms());
        }
        flush();
    }

    @Override
    public boolean byRound() {
        return true;
    }

    @Override
    public void beginRound(int index) throws IOException {
        overview();
        next("R" + (index + 1));
        head(sheet, "nickname", "team", "points", "right");
        asked = report.questions().stream()
                .filter(line ->
                        line.round() == index && line.asked() && line.question().answerable())
                .map(QuestionLine::index)
                .toList();
        for (var question : asked) sheet.value(0, ASKED + asked.indexOf(question), "q" + (question + 1) + "_points");
        bold(sheet, ASKED + asked.size());
        sheet.width(0, 24);
        // Which quiz it was stands where a column of points is read from.
        sheet.value(0, ASKED + asked.size() + 1, report.rounds().get(index).title());
    }

    @Override
    public void inRound(PlayerLine player) throws IOException {
        row++;
        sheet.inlineString(row, 0, player.nickname());
        if (player.team() != null) sheet.value(row, 1, player.team());
        int points = 0;
        int right = 0;
        for (var answer : player.answers()) {
            var column = asked.indexOf(answer.question());
            if (column < 0) continue;
            points += answer.points();
            boolean whole = answer.fraction() != null && answer.fraction() == 1;
            if (whole && !report.questions().get(answer.question()).voided()) right++;
            sheet.value(row, ASKED + column, answer.points());
        }
        sheet.value(row, 2, points);
        sheet.value(row, 3, right);
        flush();
    }

    @Override
    public boolean byQuestion() {
        return true;
    }

    @Override
    public void question(QuestionLine line) throws IOException {
        overview();
        next("Q" + (line.index() + 1));
        head(sheet, "nickname", "team", "answer", "right_part", "points", "ms");
        bold(sheet, 6);
        sheet.width(0, 24);
        sheet.width(2, MAX_ROW_WIDTH);
        // What was asked stands where a column of answers is read from.
        sheet.value(0, 7, line.question().text());
    }

    @Override
    public void answer(Answerer answerer) throws IOException {
        row++;
        var given = answerer.answer();
        sheet.inlineString(row, 0, answerer.nickname());
        if (answerer.team() != null) sheet.value(row, 1, answerer.team());
        sheet.inlineString(row, 2, given.text());
        if (given.fraction() != null) sheet.value(row, 3, given.fraction());
        sheet.value(row, 4, given.points());
        sheet.value(row, 5, given.ms());
        flush();
    }

    @Override
    public void end() throws IOException {
        overview();
        workbook.finish();
    }

    private void overview() throws IOException {
        if (overviewed) return;
        overviewed = true;
        next("Questions");
        questions(sheet);
    }

    private void next(String name) throws IOException {
        sheet.finish();
        sheet = workbook.newWorksheet(name);
        row = 0;
    }

    private void flush() throws IOException {
        if (row % ROWS_KEPT == 0) sheet.flush();
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
