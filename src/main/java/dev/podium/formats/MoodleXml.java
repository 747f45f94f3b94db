package dev.podium.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.http.Code;
import dev.podium.http.FieldError;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Questions as Moodle exports them. */
final class MoodleXml {
    private MoodleXml() {}

    /** @return empty when it is other XML */
    static Optional<Parsed> read(Xml root) {
        if (!root.name().equals("quiz")) return Optional.empty();
        var rows = root.all("question")
                .filter(question -> !question.attribute("type").equals("category"))
                .map(MoodleXml::row)
                .toList();
        return Optional.of(new Parsed("moodle", rows));
    }

    private static Parsed.Row row(Xml question) {
        var text = question.child("questiontext").map(MoodleXml::text).orElse("");
        var answers = question.all("answer").toList();
        var row = switch (question.attribute("type")) {
            case "multichoice" -> choice(question, text, answers);
            case "truefalse" ->
                plain(question, Questions.trueFalse(text, answers.stream().anyMatch(MoodleXml::isTrue)));
            case "shortanswer" -> typed(question, text, answers);
            case "numerical" -> number(question, text, answers);
            case "description" -> plain(question, Questions.of("slide", text));
            default -> plain(question, Questions.of(question.attribute("type"), text));
        };
        var explanation = question.child("generalfeedback").map(MoodleXml::text).orElse("");
        if (!explanation.isEmpty()) row.question().put("explanation", explanation);
        return row;
    }

    private static Parsed.Row plain(Xml question, ObjectNode read) {
        return new Parsed.Row(question.line(), read, picture(question));
    }

    private static Parsed.Row choice(Xml question, String text, List<Xml> answers) {
        Set<Integer> right = new TreeSet<>();
        for (var i = 0; i < answers.size(); i++) {
            if (fraction(answers.get(i)) > 0) right.add(i);
        }
        var read = Questions.choice(text, answers.stream().map(MoodleXml::text).toList(), right);
        return noted(question, read, partial(answers, "choices"));
    }

    /** A pattern is nothing that can be compared: {@code gre*n} is left out. */
    private static Parsed.Row typed(Xml question, String text, List<Xml> answers) {
        var right = answers.stream().filter(it -> fraction(it) > 0).toList();
        var accept = right.stream()
                .map(MoodleXml::text)
                .filter(it -> !it.contains("*"))
                .toList();
        var note = accept.size() == right.size()
                ? partial(right, "accept")
                : new FieldError(
                        "accept", Code.NOT_ALLOWED, "An answer with * is left out: patterns are not possible.");
        return noted(question, Questions.typed(text, accept), note);
    }

    private static Parsed.Row number(Xml question, String text, List<Xml> answers) {
        var right = answers.stream().filter(it -> fraction(it) > 0).toList();
        var note = right.size() > 1
                ? new FieldError("correct", Code.TOO_MANY, "One number can be right; the first is taken.")
                : null;
        try {
            var tolerance = right.getFirst().text("tolerance");
            var read = Questions.number(
                    text, finite(right.getFirst().text("text")), tolerance.isEmpty() ? 0 : finite(tolerance));
            return noted(question, read, note);
        } catch (NumberFormatException | NoSuchElementException e) {
            return plain(question, Questions.of("number", text));
        }
    }

    private static Parsed.Row noted(Xml question, ObjectNode read, FieldError note) {
        return new Parsed.Row(question.line(), read, note == null ? picture(question) : note);
    }

    private static FieldError partial(List<Xml> answers, String field) {
        return answers.stream().mapToDouble(MoodleXml::fraction).allMatch(it -> it == 0 || it == 100)
                ? null
                : new FieldError(
                        field, Code.NOT_ALLOWED, "An answer is right or wrong; parts of the points are not kept.");
    }

    private static FieldError picture(Xml question) {
        return question.child("questiontext").flatMap(it -> it.child("file")).isEmpty()
                ? null
                : new FieldError("media", Code.NOT_ALLOWED, "A picture inside a file is not kept.");
    }

    private static boolean isTrue(Xml answer) {
        return fraction(answer) > 0 && answer.text("text").equals("true");
    }

    private static double fraction(Xml answer) {
        try {
            return Double.parseDouble(answer.attribute("fraction"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static double finite(String written) {
        var value = Double.parseDouble(written);
        if (!Double.isFinite(value)) throw new NumberFormatException(written);
        return value;
    }

    private static String text(Xml element) {
        var text = element.text("text");
        return element.attribute("format").equals("html") ? Html.text(text) : text;
    }
}
