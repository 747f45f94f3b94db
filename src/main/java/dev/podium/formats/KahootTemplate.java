package dev.podium.formats;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.http.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A quiz as the spreadsheet that Kahoot offers for uploading questions: choices, and how long they may take. */
final class KahootTemplate {
    private static final int HEAD = 7;
    private static final int MAX_TEXT = 120;
    private static final int MAX_CHOICE = 75;
    private static final int MAX_CHOICES = 4;
    private static final List<Integer> SECONDS = List.of(5, 10, 20, 30, 60, 90, 120, 240);
    private static final List<String> HEADS = List.of(
            "Question - max 120 characters",
            "Answer 1 - max 75 characters",
            "Answer 2 - max 75 characters",
            "Answer 3 - max 75 characters",
            "Answer 4 - max 75 characters",
            "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
            "Correct answer(s) - choose at least one");

    private final Worksheet sheet;
    private int row = HEAD;

    private KahootTemplate(Worksheet sheet) {
        this.sheet = sheet;
    }

    static Written write(Iterable<JsonNode> questions) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Podium", "1.0")) {
            var template = new KahootTemplate(workbook.newWorksheet("Sheet1"));
            template.sheet.value(1, 1, "Quiz template");
            for (var i = 0; i < HEADS.size(); i++) template.sheet.value(HEAD, i + 1, HEADS.get(i));
            var lost = Outgoing.all(questions, template::take);
            workbook.finish();
            return new Written(
                    bytes.toByteArray(),
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "xlsx",
                    lost);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean take(Outgoing question) {
        return switch (question.kind()) {
            case "choice" -> choice(question, question.choices());
            case "true-false" -> {
                question.lose("kind", "It becomes a choice of True and False.");
                var right = question.flag("correct");
                yield choice(
                        question, List.of(new Outgoing.Choice("True", right), new Outgoing.Choice("False", !right)));
            }
            default -> false;
        };
    }

    private boolean choice(Outgoing question, List<Outgoing.Choice> choices) {
        if (choices.size() > MAX_CHOICES) {
            return question.leaveOut(Code.TOO_MANY, "At most four answers are possible in the file.");
        }
        row++;
        sheet.value(row, 0, row - HEAD);
        sheet.value(row, 1, cut(question, "text", question.text("text"), MAX_TEXT));
        for (var i = 0; i < choices.size(); i++) {
            sheet.value(
                    row,
                    2 + i,
                    cut(question, "choices[" + i + "].text", choices.get(i).text(), MAX_CHOICE));
        }
        sheet.value(row, 6, seconds(question));
        sheet.value(row, 7, right(choices));
        return true;
    }

    private static String right(List<Outgoing.Choice> choices) {
        return IntStream.range(0, choices.size())
                .filter(i -> choices.get(i).right())
                .mapToObj(i -> Integer.toString(i + 1))
                .collect(Collectors.joining(","));
    }

    private static int seconds(Outgoing question) {
        var asked = question.millis();
        var nearest = new ArrayList<>(SECONDS);
        nearest.sort((a, b) -> Math.abs(a * 1_000 - asked) - Math.abs(b * 1_000 - asked));
        if (nearest.getFirst() * 1_000 != asked)
            question.lose("timeLimitMs", "The nearest time that is possible is taken.");
        return nearest.getFirst();
    }

    private static String cut(Outgoing question, String field, String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) return text;
        question.lose(field, "It is cut to " + most + " characters.");
        return text.substring(0, text.offsetByCodePoints(0, most));
    }
}
