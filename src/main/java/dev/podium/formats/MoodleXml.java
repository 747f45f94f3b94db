package dev.podium.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.http.Code;
import dev.podium.http.FieldError;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Questions as Moodle exports them. */
final class MoodleXml {
    private static final FieldError LEFT_OUT =
            new FieldError("media", Code.TOO_MANY, "A question has one picture; the others are left out.");

    private MoodleXml() {}

    /**
     * What is inside an element.
     *
     * @param more whether there is more of it than one picture
     */
    private record Enclosed(List<Parsed.Picture> taken, boolean more) {
        /** The first picture that its text shows: whatever else is attached nobody sees in Moodle either. */
        static Enclosed of(Xml element, ObjectNode whose) {
            var files = element.all("file")
                    .filter(file -> file.attribute("encoding").equals("base64"))
                    .collect(Collectors.toMap(
                            file -> file.attribute("name"),
                            file -> file.content().toString(),
                            (first, _) -> first));
            var shown = Html.pictures(element.text("text")).stream()
                    .filter(picture -> files.containsKey(picture.name()))
                    .toList();
            var taken = shown.stream()
                    .limit(1)
                    .map(picture -> new Parsed.Picture(whose, decoded(files.get(picture.name())), picture.words()))
                    .toList();
            return new Enclosed(taken, shown.size() > 1);
        }

        /** Broken where it is nothing else: then nobody knows it as a picture either. */
        private static byte[] decoded(String base64) {
            try {
                return Base64.getMimeDecoder().decode(base64);
            } catch (IllegalArgumentException e) {
                return new byte[0];
            }
        }
    }

    /** @return empty when it is other XML */
    static Optional<Parsed> read(Xml root) {
        if (!root.name().equals("quiz")) return Optional.empty();
        var rows = root.all("question")
                .filter(question -> !isCategory(question))
                .map(MoodleXml::row)
                .toList();
        var tags = root.all("question")
                .filter(MoodleXml::isCategory)
                .flatMap(question -> question.child("category").stream())
                .flatMap(category -> Category.names(category.text("text")))
                .distinct()
                .toList();
        return Optional.of(new Parsed("moodle", rows, tags));
    }

    private static boolean isCategory(Xml question) {
        return question.attribute("type").equals("category");
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
            case "description" -> plain(question, Questions.slide(text));
            default -> plain(question, Questions.of(question.attribute("type"), text));
        };
        var explanation = question.child("generalfeedback").map(MoodleXml::text).orElse("");
        if (!explanation.isEmpty()) row.question().put("explanation", explanation);
        if (question.child("questiontext")
                .filter(it -> it.attribute("format").equals(Questions.MARKDOWN))
                .isPresent()) Questions.markdown(row.question());
        return row;
    }

    private static Parsed.Row plain(Xml question, ObjectNode read) {
        return noted(question, read, null);
    }

    private static Parsed.Row choice(Xml question, String text, List<Xml> answers) {
        Set<Integer> right = new TreeSet<>();
        for (var i = 0; i < answers.size(); i++) {
            if (fraction(answers.get(i)) > 0) right.add(i);
        }
        var read = Questions.choice(text, answers.stream().map(MoodleXml::text).toList(), right);
        var row = noted(question, read, partial(answers, "choices"));
        var pictures = new ArrayList<>(row.pictures());
        for (var i = 0; i < answers.size(); i++) {
            pictures.addAll(Enclosed.of(
                            answers.get(i), (ObjectNode) read.path("choices").get(i))
                    .taken());
        }
        return new Parsed.Row(row.number(), row.question(), row.note(), pictures);
    }

    /** A pattern is nothing that can be compared: {@code gre*n} is left out. */
    private static Parsed.Row typed(Xml question, String text, List<Xml> answers) {
        var right = answers.stream().filter(it -> fraction(it) > 0).toList();
        var accept = Stars.typed(right.stream().map(MoodleXml::text).toList());
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
        var found = question.child("questiontext").map(it -> Enclosed.of(it, read));
        var left = note == null && found.filter(Enclosed::more).isPresent() ? LEFT_OUT : note;
        return new Parsed.Row(
                question.line(), read, left, found.map(Enclosed::taken).orElse(List.of()));
    }

    private static FieldError partial(List<Xml> answers, String field) {
        return answers.stream().mapToDouble(MoodleXml::fraction).allMatch(it -> it == 0 || it == 100)
                ? null
                : new FieldError(
                        field, Code.NOT_ALLOWED, "An answer is right or wrong; parts of the points are not kept.");
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
