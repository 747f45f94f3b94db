package dev.podium.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.http.Code;
import dev.podium.http.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
        assertThat(choices(gimkit.rows().getFirst())).containsExactly("Blue", "Green", "Red");
        assertThat(right(gimkit.rows().getFirst())).containsExactly(1);
    }

    @Test
    void waygroundsAdviceIsNoQuestion() {
        var wayground = file("wayground.xlsx");

        assertThat(wayground.format()).isEqualTo("wayground");
        assertThat(wayground.rows()).extracting(Parsed.Row::number).containsExactly(3, 4, 5);
        assertThat(wayground.rows().getFirst().question().get("explanation").textValue())
                .isEqualTo("Limes are green.");
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
        assertThat(parse("Question,Answer\n1+1?,2\n")
                        .rows()
                        .getFirst()
                        .question()
                        .toString())
                .contains("\"accept\":[\"2\"]");
    }

    /** Is 2 the choice "2" or the second one? */
    @Test
    void aKeyThatCanBeReadInTwoWaysIsLeftToTheHost() {
        assertThat(right(parse("Question,A,B,Correct\nEven?,2,3,2\n").rows().getFirst()))
                .isEmpty();
    }

    @Test
    void aKeyOfAnAnswerThatIsNotThereIsNone() {
        assertThat(right(parse("Question,A,B,Correct\nLime?,green,blue,\"1,7\"\n")
                        .rows()
                        .getFirst()))
                .isEmpty();
    }

    @Test
    void aTimeThatIsNotPossibleBecomesTheNearest() {
        var row = parse("Question,A,B,Correct,Time\nLime?,green,blue,1,900\n")
                .rows()
                .getFirst();

        assertThat(millis(row)).isEqualTo(300_000);
        assertThat(row.note().code()).isEqualTo(Code.OUT_OF_RANGE);
    }

    @Test
    void aikensQuestionWithoutAnAnswerHarmsNoNeighbour() {
        var aiken = file("aiken.txt");

        assertThat(aiken.format()).isEqualTo("aiken");
        assertThat(aiken.rows()).extracting(Parsed.Row::number).containsExactly(1, 7, 12, 16);
        assertThat(aiken.rows())
                .extracting(row -> text(row))
                .containsExactly("Which colour is a lime?", "Which is even?", "No answer line", "Lowercase answer");
        assertThat(aiken.rows())
                .extracting(row -> right(row))
                .containsExactly(List.of(0), List.of(1), List.of(), List.of(1));
    }

    @Test
    void theRightAnswerOfOpenTriviaIsRightWhereverItStands() {
        var trivia = file("opentdb.json");

        assertThat(trivia.format()).isEqualTo("opentdb");
        assertThat(trivia.rows()).extracting(Parsed.Row::number).containsExactly(1, 2);
        assertThat(text(trivia.rows().getFirst())).isEqualTo("What colour is a \"lime\"?");
        assertThat(choices(trivia.rows().getFirst())).containsExactly("100°C", "Blue", "Green", "It's red");
        assertThat(right(trivia.rows().getFirst())).containsExactly(2);
        assertThat(trivia.rows().get(1).question().get("correct").booleanValue())
                .isTrue();
    }

    @Test
    void giftIsReadParagraphByParagraph() {
        var gift = file("questions.gift");

        assertThat(gift.format()).isEqualTo("gift");
        assertThat(gift.rows())
                .extracting(
                        Parsed.Row::number,
                        row -> row.question() == null
                                ? ""
                                : row.question().get("kind").textValue())
                .containsExactly(
                        tuple(4, "choice"),
                        tuple(6, "true-false"),
                        tuple(8, "text"),
                        tuple(10, "number"),
                        tuple(12, "number"),
                        tuple(14, "matching"),
                        tuple(16, "choice"),
                        tuple(18, "choice"),
                        tuple(20, ""),
                        tuple(22, "true-false"),
                        tuple(24, "essay"));
    }

    @Test
    void giftKeepsWhatItsAnswersSay() {
        var rows = file("questions.gift").rows();

        assertThat(text(rows.getFirst())).isEqualTo("Which colour is a lime?");
        assertThat(right(rows.getFirst())).containsExactly(1);
        assertThat(rows.getFirst().question().get("explanation").textValue()).isEqualTo("Green: yes\nRed: no");
        assertThat(text(rows.get(1))).isEqualTo("Is 1+1=2 and {set} ~ : #?");
        assertThat(rows.get(2).question().get("accept").toString()).isEqualTo("[\"green\",\"verde\"]");
        assertThat(rows.get(3).question().get("correct").doubleValue()).isEqualTo(1822);
        assertThat(rows.get(3).question().get("tolerance").doubleValue()).isEqualTo(5);
        assertThat(rows.get(4).question().get("correct").doubleValue()).isEqualTo(3.1415);
        assertThat(rows.get(4).question().get("tolerance").doubleValue()).isEqualTo(0.0005);
        assertThat(text(rows.get(6))).isEqualTo("Which of these two?");
        assertThat(right(rows.get(6))).containsExactly(0, 2);
        assertThat(rows.get(6).note().code()).isEqualTo(Code.NOT_ALLOWED);
        assertThat(text(rows.get(7))).isEqualTo("A missing ____ word.");
        assertThat(rows.get(8).note().code()).isEqualTo(Code.INVALID);
        assertThat(text(rows.get(9))).isEqualTo("Does *this* stay?");
    }

    @Test
    void moodlesQuestionsAreReadByTheirKind() {
        var moodle = file("moodle.xml");

        assertThat(moodle.format()).isEqualTo("moodle");
        assertThat(moodle.rows())
                .extracting(
                        Parsed.Row::number, row -> row.question().get("kind").textValue())
                .containsExactly(
                        tuple(4, "choice"),
                        tuple(5, "true-false"),
                        tuple(6, "text"),
                        tuple(7, "number"),
                        tuple(8, "essay"),
                        tuple(9, "cloze"));
        var rows = moodle.rows();
        assertThat(text(rows.getFirst())).isEqualTo("Which colour is a lime?");
        assertThat(choices(rows.getFirst())).containsExactly("Green", "Blue & white");
        assertThat(right(rows.getFirst())).containsExactly(0);
        assertThat(rows.getFirst().note().field()).isEqualTo("media");
        assertThat(rows.get(1).question().get("correct").booleanValue()).isTrue();
        assertThat(rows.get(2).question().get("accept").toString()).isEqualTo("[\"green\"]");
        assertThat(rows.get(2).note().field()).isEqualTo("accept");
        assertThat(rows.get(3).question().get("correct").doubleValue()).isEqualTo(4);
        assertThat(rows.get(3).question().get("tolerance").doubleValue()).isEqualTo(0.5);
    }

    @Test
    void anXmlWithADtdIsRefused() {
        for (var dtd : List.of(
                "<!DOCTYPE quiz [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><quiz>&x;</quiz>",
                "<!DOCTYPE quiz SYSTEM \"http://localhost/a.dtd\"><quiz/>",
                "<quiz>&x;</quiz>",
                "<quiz>",
                "<a>".repeat(60) + "</a>".repeat(60))) {
            assertThatThrownBy(() -> parse(dtd))
                    .isInstanceOfSatisfying(
                            Problem.Refusal.class,
                            refusal -> assertThat(refusal.problem()
                                            .errors()
                                            .getFirst()
                                            .code())
                                    .isEqualTo(Code.INVALID));
        }
    }

    @Test
    void qtiIsRefusedByItsName() {
        assertThatThrownBy(() -> file("qti21.zip"))
                .isInstanceOfSatisfying(
                        Problem.Refusal.class,
                        refusal -> assertThat(
                                        refusal.problem().errors().getFirst().message())
                                .contains("QTI"));
    }

    @Test
    void aTableOfMoreThanTenThousandLinesIsRefused() {
        var table = "Question,Answer\n" + "a,b\n".repeat(Sheet.MAX_LINES);

        assertThatThrownBy(() -> parse(table))
                .isInstanceOfSatisfying(
                        Problem.Refusal.class,
                        refusal -> assertThat(
                                        refusal.problem().errors().getFirst().code())
                                .isEqualTo(Code.TOO_MANY));
    }

    @Test
    void aWorkbookThatUnpacksWithoutEndIsTooLarge() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            for (var i = 0; i < 65; i++) zip.write(new byte[1024 * 1024]);
        }

        assertThat(bytes.size()).isLessThan(100_000);
        assertThatThrownBy(() -> Formats.read(bytes.toByteArray()))
                .isInstanceOfSatisfying(
                        Problem.Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(413));
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
        return row.question()
                .get("choices")
                .valueStream()
                .map(it -> it.get("text").textValue())
                .toList();
    }

    private static List<Integer> right(Parsed.Row row) {
        JsonNode choices = row.question().get("choices");
        return IntStream.range(0, choices.size())
                .filter(i -> choices.get(i).get("correct").booleanValue())
                .boxed()
                .toList();
    }
}
