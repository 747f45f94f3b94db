package dev.podium.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.http.Code;
import dev.podium.http.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void whatSaysThatItIsGiftIsNoTableWhateverItsQuestionsBeginWith() {
        var gift = "// GIFT\n\nQuestion\tof taste {=tea ~coffee}\n".getBytes(StandardCharsets.UTF_8);
        assertThat(Formats.read(gift).orElseThrow().rows()).hasSize(1);
    }

    @Test
    void giftIsReadParagraphByParagraph() {
        var gift = file("questions.gift");

        assertThat(gift.format()).isEqualTo("gift");
        assertThat(gift.tags()).containsExactly("colours", "fruit");
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
        assertThat(rows.get(9).question().get("format").textValue()).isEqualTo("markdown");
        assertThat(rows.getFirst().question().has("format")).isFalse();
    }

    @Test
    void moodlesQuestionsAreReadByTheirKind() {
        var moodle = file("moodle.xml");

        assertThat(moodle.format()).isEqualTo("moodle");
        assertThat(moodle.tags()).containsExactly("Colours");
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
        assertThat(rows.getFirst().note()).isNull();
        assertThat(rows.getFirst().pictures()).singleElement().satisfies(picture -> {
            assertThat(picture.of()).isSameAs(rows.getFirst().question());
            assertThat(picture.file()).startsWith(0x89, 'P', 'N', 'G').hasSize(70);
            assertThat(picture.words()).isEqualTo("dot");
        });
        assertThat(rows.get(1).question().get("correct").booleanValue()).isTrue();
        assertThat(rows.get(2).question().get("accept").toString()).isEqualTo("[\"green\"]");
        assertThat(rows.get(2).note().field()).isEqualTo("accept");
        assertThat(rows.get(3).question().get("correct").doubleValue()).isEqualTo(4);
        assertThat(rows.get(3).question().get("tolerance").doubleValue()).isEqualTo(0.5);
    }

    @Test
    void whereMoodleKeepsQuestionsIsWhatTheyAreTaggedWith() {
        var gift = "$CATEGORY: $course$/top/Physics/Heat // cold\n\nHot? {T}\n\n$CATEGORY: top\n\nCold? {F}\n\n"
                + "$CATEGORY:$course$/top/Physics/ AC//DC \n\nLoud? {T}\n";
        assertThat(parse(gift).tags()).containsExactly("Physics", "Heat / cold", "AC/DC");
        assertThat(parse(gift).rows()).hasSize(3);
    }

    @Test
    void ofWhatMoodleKeepsInsideAFileThatIsTakenWhichItsTextShows() {
        var rows = parse("""
                <quiz><question type="multichoice">
                <questiontext format="html"><text><![CDATA[Which? <img src="@@PLUGINFILE@@/a%20%C3%B6.png">
                <img src="@@PLUGINFILE@@/b.png"><img src="https://example.org/c.png">]]></text>
                <file name="unseen.png" encoding="base64">AAAA</file><file name="b.png" encoding="base64">Qg==</file>
                <file name="a ö.png" encoding="base64">
                QQ==
                </file></questiontext>
                <answer fraction="100" format="html"><text>&lt;img src="@@PLUGINFILE@@/%.png" alt=" A sign "&gt;</text>
                <file name="%.png" encoding="base64">not base64!</file></answer>
                <answer fraction="0" format="html"><text>No</text></answer></question></quiz>""").rows();

        var row = rows.getFirst();
        assertThat(row.note().code()).isEqualTo(Code.TOO_MANY);
        assertThat(row.pictures()).extracting(Parsed.Picture::of).containsExactly(row.question(), (ObjectNode)
                row.question().at("/choices/0"));
        assertThat(row.pictures())
                .extracting(picture -> new String(picture.file(), StandardCharsets.US_ASCII), Parsed.Picture::words)
                .startsWith(tuple("A", ""));
        assertThat(row.pictures().get(1).words()).isEqualTo("A sign");
        assertThat(text(row)).isEqualTo("Which?");
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
    void aKahootReportGivesEachQuestionOnce() throws IOException {
        var report = kahootReport();

        assertThat(report.format()).isEqualTo("kahoot-report");
        assertThat(report.rows()).extracting(Parsed.Row::number).containsExactly(2, 4, 6, 8, 10);
        assertThat(report.rows())
                .extracting(row -> row.question().get("kind").textValue(), row -> text(row), row -> millis(row))
                .containsExactly(
                        tuple("choice", "What colour is a lime?", 20_000),
                        tuple("choice", "Which are even, please?", 30_000),
                        tuple("text", "Type a colour", 60_000),
                        tuple("poll", "Do you like limes?", 20_000),
                        tuple("open-ended", "Say something", 20_000));
        assertThat(choices(report.rows().getFirst())).containsExactly("Green", "Blue");
        assertThat(right(report.rows().getFirst())).containsExactly(0);
        assertThat(right(report.rows().get(1))).containsExactly(0, 2);
        assertThat(report.rows().get(3).note().field()).isEqualTo("kind");
    }

    /** Its shape: an overview, scores and a sheet for each question come first, and a row for each player and question last. */
    private static Parsed kahootReport() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Kahoot", "1.0")) {
            workbook.newWorksheet("Overview").value(0, 0, "Colours");
            workbook.newWorksheet("Final Scores").value(2, 0, "Rank");
            var raw = workbook.newWorksheet("RawReportData Data");
            var heads = List.of(
                    "Question Number",
                    "Question",
                    "Answer 1",
                    "Answer 2",
                    "Answer 3",
                    "Answer 4",
                    "Answer 5",
                    "Answer 6",
                    "Correct Answers",
                    "Time Allotted to Answer (seconds)",
                    "Player",
                    "Answer",
                    "Correct / Incorrect",
                    "Correct",
                    "Incorrect",
                    "Score (points)",
                    "Score without Answer Streak Bonus (points)",
                    "Current Total Score (points)",
                    "Answer Time (%)",
                    "Answer Time (seconds)");
            for (var i = 0; i < heads.size(); i++) raw.value(0, i, heads.get(i));
            var questions = List.of(
                    List.of("What&nbsp;colour is a <b>lime</b>?", "Green", "Blue", "", "", "Green", 20),
                    List.of("Which are even, please?", "2, or two", "3", "4", "5", "2, or two, 4", 30),
                    List.of("Type a colour", "green", "verde", "", "", "green, verde", 60),
                    List.of("Do you like limes?", "Yes", "No", "", "", "", 20),
                    List.of("Say something", "", "", "", "", "", 20));
            var row = 1;
            for (var question : questions) {
                for (var player : List.of("Ada", "Ben")) {
                    raw.value(row, 0, questions.indexOf(question) + 1);
                    for (var i = 0; i < 5; i++)
                        raw.value(row, 1 + i, question.get(i).toString());
                    raw.value(row, 8, question.get(5).toString());
                    raw.value(row, 9, (Integer) question.get(6));
                    raw.value(row, 10, player);
                    raw.value(row, 13, 1);
                    raw.value(row, 14, 0);
                    row++;
                }
            }
            workbook.finish();
        }
        return Formats.read(bytes.toByteArray()).orElseThrow();
    }

    @Test
    void quizletsTermsAskForTheirDefinitions() {
        var cards = parse("lime\tgreen\nsky\tblue\n\"blood\" oranges\tred\nsnow\twhite\nsun\tyellow\n");

        assertThat(cards.format()).isEqualTo("quizlet");
        assertThat(cards.rows()).extracting(Parsed.Row::number).containsExactly(1, 2, 3, 4, 5);
        assertThat(cards.rows()).extracting(row -> text(row)).contains("lime", "\"blood\" oranges");
        assertThat(choices(cards.rows().getFirst())).containsExactly("blue", "green", "red", "white");
        assertThat(right(cards.rows().getFirst())).containsExactly(1);
        assertThat(cards.rows().getFirst().note().field()).isEqualTo("choices");
        assertThat(parse("lime\tgreen\n").rows().getFirst().question().toString())
                .contains("\"accept\":[\"green\"]");
    }

    @Test
    void aDefinitionOfSeveralLinesIsOne() {
        var cards = parse("lime\tgreen\nand sour\nsky\tblue\n");

        assertThat(cards.format()).isEqualTo("quizlet");
        assertThat(cards.rows()).extracting(Parsed.Row::number).containsExactly(1, 3);
        assertThat(choices(cards.rows().getFirst())).containsExactly("blue", "green\nand sour");
    }

    @Test
    void ankisNotesAreReadByTheSettingsAtTheirTop() {
        var notes = parse("""
            #separator:tab
            #html:true
            #guid column:1
            #notetype column:2
            #deck column:3
            #tags column:6
            aa\tBasic\tColours\tWhat is a <b>lime</b>?&nbsp;\tgreen\tfruit
            bb\tBasic\tColours\t"Two<br>lines"\t<img src=""a.jpg"">blue\t
            cc\tCloze\tColours\tThe {{c1::sun::star}} is {{c2::yellow}}.\t\t
            """);

        assertThat(notes.format()).isEqualTo("anki");
        assertThat(notes.rows()).extracting(Parsed.Row::number).containsExactly(7, 8, 9);
        assertThat(text(notes.rows().getFirst())).isEqualTo("What is a lime?");
        assertThat(right(notes.rows().getFirst())).containsExactly(1);
        assertThat(text(notes.rows().get(1))).isEqualTo("Two\nlines");
        assertThat(notes.rows().get(1).note().field()).isEqualTo("media");
        assertThat(text(notes.rows().get(2))).isEqualTo("The ____ is yellow.");
        assertThat(notes.rows().get(2).question().get("accept").toString()).isEqualTo("[\"sun\"]");
    }

    @Test
    void aListIsReadAsPeopleTypeIt() {
        var list = parse("""
            1. Which colour is a lime?
            *Green
            Blue

            Which are even?
            * a) 2
            b) 3
            *c) 4

            Type a colour
            *green
            *verde

            Nobody knows
            this
            """);

        assertThat(list.format()).isEqualTo("list");
        assertThat(list.rows()).extracting(Parsed.Row::number).containsExactly(1, 5, 10, 14);
        assertThat(text(list.rows().getFirst())).isEqualTo("Which colour is a lime?");
        assertThat(choices(list.rows().get(1))).containsExactly("2", "3", "4");
        assertThat(right(list.rows().get(1))).containsExactly(0, 2);
        assertThat(list.rows().get(2).question().toString()).contains("\"accept\":[\"green\",\"verde\"]");
        assertThat(right(list.rows().get(3))).isEmpty();
    }

    @Test
    void aTableWithoutHeadsIsReadAsItMayBeMeantAndSaysSo() {
        var cells = parse("Lime?\tgreen\tblue\tred\nSky?\tblue\tgreen\t\n");

        assertThat(cells.grid().guessed()).isTrue();
        assertThat(cells.grid().columns().each().toString()).isEqualTo("[QUESTION, CORRECT, WRONG, WRONG]");
        assertThat(cells.rows()).extracting(row -> right(row)).containsExactly(List.of(1), List.of(0));
        assertThat(cells.grid().top().getFirst().cells()).containsExactly("Lime?", "green", "blue", "red");
    }

    @Test
    void aTableIsReadAsItsReaderSays() {
        var file = "No;Fach;Was?;x;y;Welche\n1;Bio;Lime?;green;blue;2\n".getBytes(StandardCharsets.UTF_8);
        var columns = Columns.parse("none,none,question,choice,choice,correct");
        var table = Formats.read(file, columns, 2);

        assertThat(table.rows()).extracting(Parsed.Row::number).containsExactly(2);
        assertThat(choices(table.rows().getFirst())).containsExactly("green", "blue");
        assertThat(right(table.rows().getFirst())).containsExactly(1);
        for (var wrong :
                List.of("none,choice", "question,question", "question,riddle", "question" + ",none".repeat(200))) {
            assertThatThrownBy(() -> Columns.parse(wrong))
                    .isInstanceOfSatisfying(
                            Problem.Refusal.class,
                            refusal -> assertThat(refusal.problem()
                                            .errors()
                                            .getFirst()
                                            .field())
                                    .isEqualTo("columns"));
        }
    }

    @Test
    void oddSeparatorsAndQuotationMarksAreSurvived() {
        assertThat(text(parse("sep=|\nQuestion|Answer\n\"1|1?\"|2\n").rows().getFirst()))
                .isEqualTo("1|1?");
        assertThat(parse("sep=|\nQuestion|Answer\na|b\n").rows().getFirst().number())
                .isEqualTo(3);
        assertThat(text(parse("Question|Answer\na, or b?|c\n").rows().getFirst()))
                .isEqualTo("a, or b?");
        assertThat(parse("Question,Answer\n\"never ends,x\nb,y\n").rows()).hasSize(2);
        assertThat(parse("Question,Answer\n\"Oh\" she said,x\nb,y\n").rows()).hasSize(2);
        assertThat(parse("Question,Answer\ra,b\rc,d\r").rows()).hasSize(2);
        assertThat(parse("\n\n ,\nQuestion,Answer\n\n\"two\nlines\",b\nc,d\n").rows())
                .extracting(Parsed.Row::number)
                .containsExactly(6, 8);
    }

    @Test
    void oddEncodingsAreRead() {
        var table = "Question,Answer\nGröße?,x\n";
        for (var charset : List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                StandardCharsets.ISO_8859_1)) {
            assertThat(Formats.read(table.getBytes(charset))
                            .map(it -> text(it.rows().getFirst())))
                    .as(charset.name())
                    .contains("Größe?");
        }
    }

    @Test
    void anAnswerWithAStarIsNoAnswerInMoodlesFormats() {
        var rows = parse("Animal {=frog =%0%* =c*t =five\\* =%50%cat}\n\nOne to five {#3:2~#no}\n")
                .rows();

        assertThat(rows.getFirst().question().get("accept").toString()).isEqualTo("[\"frog\",\"five*\",\"cat\"]");
        assertThat(rows.getFirst().note().field()).isEqualTo("accept");
        assertThat(rows.get(1).question().get("tolerance").doubleValue()).isEqualTo(2);
        assertThat(rows.get(1).note()).isNull();
    }

    @Test
    void whatCannotBeReadIsNamed() throws IOException {
        refused("Excel", (byte) 0xD0, (byte) 0xCF, (byte) 0x11, (byte) 0xE0);
        refused("PDF", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        refused("neither a text nor", new byte[] {7, 0, 0, 9, 0, 0});
        refused("Word", zip("word/document.xml", 1));
        refused("Anki", zip("collection.anki2", 1));
        refused("OpenDocument", zip("META-INF/manifest.xml", 1));
        assertThat(Formats.read(zip("a.txt", 1))).isEmpty();
    }

    private static void refused(String name, byte... file) {
        assertThatThrownBy(() -> Formats.read(file))
                .isInstanceOfSatisfying(
                        Problem.Refusal.class,
                        refusal -> assertThat(
                                        refusal.problem().errors().getFirst().message())
                                .contains(name));
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
    void moreThanTenThousandQuestionsAreRefusedWhateverTheyAreWrittenIn() {
        for (var one : List.of("Q {T}\n\n", "Q\n*a\nb\n\n", "a\tb\n", "Q\nA. a\nB. b\nANSWER: A\n")) {
            assertThatThrownBy(() -> parse(one.repeat(Sheet.MAX_LINES + 1)))
                    .isInstanceOfSatisfying(
                            Problem.Refusal.class,
                            refusal -> assertThat(refusal.problem()
                                            .errors()
                                            .getFirst()
                                            .code())
                                    .isEqualTo(Code.TOO_MANY));
        }
    }

    /** Each of them keeps a careless reader busy for hours, or takes all of its stack. */
    @Test
    void textsMadeToKeepAReaderBusyAreAnswered() {
        var spaces = " ".repeat(1_000_000);
        for (var text : List.of(
                "::" + "a".repeat(1_000_000) + " {T}",
                "Q {" + "~a".repeat(500_000) + "}",
                "Question,A,B,Correct\nQ,a,b,\"1" + spaces + "x\"\n",
                "Question" + spaces + "x,Answer\na,b\n",
                "#separator:tab\n#deck:" + spaces + "x\na\tb\n",
                "[html]" + "\f".repeat(1_000_000) + "x {T}",
                "Q\n*" + spaces + "\n",
                "{".repeat(1_000_000),
                "[".repeat(1_000_000),
                "\"".repeat(1_000_001) + ",\n")) {
            var thrown = catchThrowable(() -> Formats.read(text.getBytes(StandardCharsets.UTF_8)));
            assertThat(thrown == null || thrown instanceof Problem.Refusal)
                    .as("%s: %s", text.substring(0, 9), thrown)
                    .isTrue();
        }
    }

    @Test
    void aWorkbookThatUnpacksWithoutEndIsTooLarge() throws IOException {
        var bomb = zip("xl/workbook.xml", 65 * 1024 * 1024);

        assertThat(bomb.length).isLessThan(100_000);
        assertThatThrownBy(() -> Formats.read(bomb))
                .isInstanceOfSatisfying(
                        Problem.Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(413));
    }

    @Test
    void aWorkbookThatIsNoneOrNamesOtherFilesIsRefused(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "Nobody reads this");
        var entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><sst>"
                + "<si><t>&e;</t></si>".repeat(99) + "</sst>";
        var real =
                FormatsTest.class.getResourceAsStream("/import/wayground.xlsx").readAllBytes();
        var question = Questions.choice("Lime?", List.of("green", "blue"), Set.of(0));
        var shared = Formats.write("kahoot", List.of(question), _ -> Optional.empty())
                .file();
        assertThat(Formats.read(shared)).isPresent();
        for (var broken : List.of(
                zip("xl/workbook.xml", 10),
                Arrays.copyOf(real, real.length / 2),
                replaced(real, "xl/worksheets/sheet1.xml", entity),
                replaced(real, "xl/workbook.xml", entity),
                replaced(shared, "xl/sharedStrings.xml", entity))) {
            assertThatThrownBy(() -> Formats.read(broken))
                    .isInstanceOfSatisfying(
                            Problem.Refusal.class,
                            refusal -> assertThat(refusal.problem().status()).isEqualTo(422));
        }
    }

    @Test
    void deepMarkupIsSurvived() {
        var deep = "<quiz><question type=\"description\"><questiontext format=\"html\"><text><![CDATA["
                + "<div>".repeat(50_000) + "deep]]></text></questiontext></question></quiz>";

        assertThat(text(parse(deep).rows().getFirst())).contains("deep");
    }

    private static byte[] zip(String entry, int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            for (var left = size; left > 0; left -= 1024 * 1024) zip.write(new byte[Math.min(left, 1024 * 1024)]);
        }
        return bytes.toByteArray();
    }

    /** The archive with another content of one entry, which is there. */
    private static byte[] replaced(byte[] archive, String name, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var from = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(archive))
                        .get();
                var to = new ZipOutputStream(bytes)) {
            assertThat(from.getEntry(name)).isNotNull();
            for (var entry : Collections.list(from.getEntries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(name)) to.write(content.getBytes(StandardCharsets.UTF_8));
                else from.getInputStream(entry).transferTo(to);
            }
        }
        return bytes.toByteArray();
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
