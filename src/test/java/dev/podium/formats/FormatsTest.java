package dev.podium.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.http.Code;
import dev.podium.http.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FormatsTest {
    @Test
    void aKahootTemplateIsReadByItsSheetsRows() {
        var kahoot = file("kahoot-official.xlsx");

        assertThat(kahoot.format()).isEqualTo("kahoot");
        assertThat(kahoot.rows()).extracting(Parsed.Row::number).containsExactly(9, 10, 11, 12);
        assertThat(kahoot.rows())
                .extracting(row -> text(row), row -> choices(row), row -> right(row), row -> millis(row))
                .containsExactly(
                        tuple("Which colour is a lime?", List.of("Green", "Blue", "Red", "Grey"), List.of(0), 20_000),
                        tuple("Which numbers are even?", List.of("2", "3", "4", "5"), List.of(0, 2), 30_000),
                        tuple("A row without a key", List.of("Yes", "No"), List.of(), 20_000),
                        tuple("Umlaut größer?", List.of("Maß", "Müll", "Öl", "Übung"), List.of(1), 10_000));
    }

    @Test
    void aBlooketTemplateIsReadByItsLines() {
        var blooket = file("blooket.csv");

        assertThat(blooket.format()).isEqualTo("blooket");
        assertThat(blooket.rows()).extracting(Parsed.Row::number).containsExactly(8, 9, 10);
        assertThat(blooket.rows()).extracting(row -> right(row)).containsExactly(List.of(0), List.of(0, 2), List.of(1));
        assertThat(blooket.rows()).extracting(row -> millis(row)).containsExactly(20_000, 300_000, 0);
        assertThat(blooket.rows().get(1).note()).isNull();
        assertThat(blooket.rows().get(2).note().field()).isEqualTo("timeLimitMs");
    }

    @Test
    void anOldExcelsSemicolonsAndUmlautsAreRead() {
        var blooket = file("blooket-semicolon-cp1252.csv");

        assertThat(text(blooket.rows().getFirst())).isEqualTo("Which colour is a Größe?");
        assertThat(right(blooket.rows().get(1))).containsExactly(0, 2);
    }

    @Test
    void gimkitNamesTheRightAnswerItself() {
        var gimkit = file("gimkit.csv");

        assertThat(gimkit.format()).isEqualTo("gimkit");
        assertThat(gimkit.rows()).hasSize(1);
        assertThat(choices(gimkit.rows().getFirst())).containsExactly("Green", "Blue", "Red");
        assertThat(right(gimkit.rows().getFirst())).containsExactly(0);
    }

    @Test
    void waygroundsAdviceIsNoQuestion() {
        var wayground = file("wayground.xlsx");

        assertThat(wayground.format()).isEqualTo("wayground");
        assertThat(wayground.rows()).extracting(Parsed.Row::number).containsExactly(3, 4, 5);
        assertThat(wayground.rows().getFirst().question().get("explanation").textValue()).isEqualTo("Limes are green.");
        assertThat(right(wayground.rows().get(1))).containsExactly(0, 2);
        assertThat(wayground.rows().get(2).question().toString())
                .contains("\"kind\":\"text\"", "\"accept\":[\"green\",\"verde\"]");
    }

    @Test
    void anyTableWithKnownHeadsIsRead() {
        var table = parse("Question\tA\tB\tC\tCorrect\nLime?\tgreen\tblue\t\tB\nSky?\tgreen\t\tblue\tblue\n");

        assertThat(table.format()).isEqualTo("table");
        assertThat(choices(table.rows().getFirst())).containsExactly("green", "blue");
        assertThat(table.rows()).extracting(row -> right(row)).containsExactly(List.of(1), List.of(1));
        assertThat(parse("Question,Answer\n1+1?,2\n").rows().getFirst().question().toString())
                .contains("\"accept\":[\"2\"]");
    }

    /** Is 2 the choice "2" or the second one? */
    @Test
    void aKeyThatCanBeReadInTwoWaysIsLeftToTheHost() {
        assertThat(right(parse("Question,A,B,Correct\nEven?,2,3,2\n").rows().getFirst())).isEmpty();
    }

    @Test
    void aKeyOfAnAnswerThatIsNotThereIsNone() {
        assertThat(right(parse("Question,A,B,Correct\nLime?,green,blue,\"1,7\"\n").rows().getFirst())).isEmpty();
    }

    @Test
    void aTimeThatIsNotPossibleBecomesTheNearest() {
        var row = parse("Question,A,B,Correct,Time\nLime?,green,blue,1,900\n").rows().getFirst();

        assertThat(millis(row)).isEqualTo(300_000);
        assertThat(row.note().code()).isEqualTo(Code.OUT_OF_RANGE);
    }

    @Test
    void aikensQuestionWithoutAnAnswerHarmsNoNeighbour() {
        var aiken = file("aiken.txt");

        assertThat(aiken.format()).isEqualTo("aiken");
        assertThat(aiken.rows()).extracting(Parsed.Row::number).containsExactly(1, 7, 12, 16);
        assertThat(aiken.rows()).extracting(row -> text(row)).containsExactly(
                "Which colour is a lime?", "Which is even?", "No answer line", "Lowercase answer");
        assertThat(aiken.rows()).extracting(row -> right(row))
                .containsExactly(List.of(0), List.of(1), List.of(), List.of(1));
    }

    @Test
    void qtiIsRefusedByItsName() {
        assertThatThrownBy(() -> file("qti21.zip")).isInstanceOfSatisfying(Problem.Refusal.class, refusal ->
                assertThat(refusal.problem().errors().getFirst().message()).contains("QTI"));
    }

    @Test
    void aTableOfMoreThanTenThousandLinesIsRefused() {
        var table = "Question,Answer\n" + "a,b\n".repeat(Sheet.MAX_LINES);

        assertThatThrownBy(() -> parse(table)).isInstanceOfSatisfying(Problem.Refusal.class, refusal ->
                assertThat(refusal.problem().errors().getFirst().code()).isEqualTo(Code.TOO_MANY));
    }

    private static Parsed file(String name) {
        try (var stream = FormatsTest.class.getResourceAsStream("/import/" + name)) {
            return Formats.read(stream.readAllBytes()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Parsed parse(String text) {
        return Formats.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private static String text(Parsed.Row row) {
        return row.question().get("text").textValue();
    }

    private static int millis(Parsed.Row row) {
        return row.question().path("timeLimitMs").asInt();
    }

    private static List<String> choices(Parsed.Row row) {
        return row.question().get("choices").valueStream().map(it -> it.get("text").textValue()).toList();
    }

    private static List<Integer> right(Parsed.Row row) {
        JsonNode choices = row.question().get("choices");
        return IntStream.range(0, choices.size())
                .filter(i -> choices.get(i).get("correct").booleanValue())
                .boxed()
                .toList();
    }
}
