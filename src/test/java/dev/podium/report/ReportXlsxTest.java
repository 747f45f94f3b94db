package dev.podium.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.game.Question;
import dev.podium.game.QuestionBasics;
import dev.podium.game.Round;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class ReportXlsxTest {
    private static final int QUESTIONS = 20;

    @Test
    void rows_are_written_out_while_further_ones_come() throws IOException {
        var out = new ByteArrayOutputStream();
        var xlsx = new ReportXlsx(out);
        xlsx.begin(report(1_000));
        for (int i = 1; i <= 500; i++) xlsx.player(player(i));
        int half = out.size();
        for (int i = 501; i <= 1_000; i++) xlsx.player(player(i));
        int all = out.size();
        xlsx.end();

        assertThat(half).isGreaterThan(out.size() / 4);
        assertThat(all).isGreaterThan(out.size() / 4 * 3);
        assertThat(names(out)).hasSize(1_001).startsWith("nickname", "Anna 1").endsWith("Anna 1000");
    }

    @Test
    void a_game_without_players_is_a_sheet_without_rows() throws IOException {
        var out = new ByteArrayOutputStream();
        var xlsx = new ReportXlsx(out);
        xlsx.begin(report(0));
        xlsx.end();

        assertThat(names(out)).containsExactly("nickname");
    }

    @Test
    void who_players_are_stands_beside_them_where_they_were_asked() throws IOException {
        var out = new ByteArrayOutputStream();
        var xlsx = new ReportXlsx(out);
        var plain = report(1);
        xlsx.begin(new Report(plain.game(), 1, true, ROUND, true, plain.questions()));
        var ada = player(1);
        xlsx.player(new Report.PlayerLine(ada.id(), 1, "Ada", "s-1834", null, 0, 0, List.of(), ada.answers()));
        xlsx.end();

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()));
                var rows = workbook.getFirstSheet().openStream()) {
            assertThat(rows.map(row -> row.getCellText(1) + " " + row.getCellText(5) + " " + row.getCellText(6)))
                    .containsExactly(
                            "nickname identity q1_points",
                            "Ada s-1834 " + ada.answers().getFirst().points());
        }
    }

    private static final List<Round> ROUND = List.of(new Round(null, "Test", QUESTIONS));

    private static Report report(int players) {
        var question = new Question.Text(new QuestionBasics("?", null, 20_000, 1_000, null), List.of("x"), false);
        var lines = IntStream.range(0, QUESTIONS)
                .mapToObj(i -> new Report.QuestionLine(
                        i, 0, question, false, true, false, 0, 0L, null, null, List.of(), List.of()))
                .toList();
        return new Report(
                new Report.Summary("id", null, "Test", "123456", 0, null, null), players, false, ROUND, true, lines);
    }

    private static Report.PlayerLine player(int number) {
        var answers = IntStream.range(0, QUESTIONS)
                .mapToObj(i -> new Report.GivenAnswer(i, "x", 1.0, number * (i + 7) % 1_000, number * (i + 3) % 20_000))
                .toList();
        return new Report.PlayerLine(
                new UUID(0, number), number, "Anna " + number, null, null, 0, 0, List.of(), answers);
    }

    private static List<String> names(ByteArrayOutputStream file) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file.toByteArray()));
                var rows = workbook.getFirstSheet().openStream()) {
            return rows.map(row -> row.getCellText(1)).toList();
        }
    }
}
