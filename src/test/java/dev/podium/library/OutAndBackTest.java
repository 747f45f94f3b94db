package dev.podium.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.formats.Attached;
import dev.podium.formats.Formats;
import dev.podium.formats.Parsed;
import dev.podium.formats.Written;
import dev.podium.game.Item;
import dev.podium.game.Media;
import dev.podium.game.Option;
import dev.podium.game.Question;
import dev.podium.game.QuestionBasics;
import dev.podium.http.Form;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What goes out through a format comes back as it was, less what was told as lost. */
class OutAndBackTest {
    @Property(tries = 300)
    void aQuizComesBackFromKahootsSpreadsheet(@ForAll("quizzes") ArrayNode quiz) {
        outAndBack("kahoot", quiz);
    }

    @Property(tries = 300)
    void aQuizComesBackFromGift(@ForAll("quizzes") ArrayNode quiz) {
        outAndBack("gift", quiz);
    }

    @Property(tries = 300)
    void aQuizComesBackFromMoodleXml(@ForAll("quizzes") ArrayNode quiz) {
        outAndBack("moodle", quiz);
    }

    private static void outAndBack(String format, ArrayNode quiz) {
        var written = Formats.write(format, quiz, OutAndBackTest::attached);
        var absent = new HashSet<Integer>();
        written.lost().stream().filter(it -> it.what().field().isEmpty()).forEach(it -> absent.add(it.question()));
        var expected = new ArrayList<JsonNode>();
        for (var i = 1; i <= quiz.size(); i++) if (!absent.contains(i)) expected.add(less(quiz.get(i - 1), i, written));

        var back = new ArrayList<JsonNode>();
        var place = 0;
        for (var row : Formats.read(written.file()).map(Parsed::rows).orElse(List.of())) {
            do place++;
            while (absent.contains(place));
            row.pictures().forEach(OutAndBackTest::keep);
            back.add(less(row.question(), place, written));
        }
        assertThat(back).isEqualTo(expected);
    }

    /** What lies here; of it the address is all there is. */
    private static Optional<Attached> attached(String url) {
        if (!url.startsWith("/media/")) return Optional.empty();
        return Optional.of(new Attached("picture.png", url.getBytes(StandardCharsets.UTF_8)));
    }

    private static void keep(Parsed.Picture picture) {
        var media = picture.of().putObject("media");
        media.put("url", new String(picture.file(), StandardCharsets.UTF_8)).put("kind", "image");
        if (!picture.words().isEmpty()) media.put("alt", picture.words());
    }

    /** The question as a quiz keeps it, without what is told as lost of it. */
    private static JsonNode less(JsonNode question, int place, Written written) {
        var left = QuestionWriter.write(QuestionReader.read(Form.of(question)));
        for (var loss : written.lost()) {
            var field = loss.what().field();
            if (loss.question() != place) continue;
            if (field.equals("kind")) return left.retain(told(written, place));
            if (!field.startsWith("choices[")) left.remove(field);
            else {
                var index = Integer.parseInt(field.substring(8, field.indexOf(']')));
                ((ObjectNode) left.get("choices").get(index)).remove(field.substring(field.indexOf('.') + 1));
            }
        }
        return left;
    }

    /** Of a question that changes its kind, the fields of all kinds that are not lost. */
    private static Set<String> told(Written written, int place) {
        var kept = new HashSet<>(Set.of("text", "timeLimitMs"));
        written.lost().stream()
                .filter(it -> it.question() == place)
                .forEach(it -> kept.remove(it.what().field()));
        return kept;
    }

    @Provide
    Arbitrary<ArrayNode> quizzes() {
        return Arbitraries.longs().map(seed -> new Quizzer(new Random(seed)).quiz());
    }

    private record Quizzer(Random random) {
        private static final String[] SIGNS = {
            "a",
            "Z",
            " b",
            "é",
            "字",
            "\uD83D\uDE00",
            "ر",
            "\nc",
            "\"",
            "\\",
            "<b>",
            "&amp;",
            "7",
            "=",
            "~",
            "#",
            "{",
            "}",
            ":",
            "->",
            "*",
            "%",
            "|",
            ",",
            ";",
            "\tx",
            "'",
            "]]>",
            "####",
            "::",
            "//"
        };
        private static final String[] BEGINS = {
            "x",
            "[html]",
            "//",
            "%50%",
            "=",
            "~",
            "*",
            "$CATEGORY:",
            "::",
            "A.",
            "ANSWER: A",
            "T",
            "1",
            "4.0",
            "<",
            "{",
            "Question"
        };

        ArrayNode quiz() {
            var quiz = JsonNodeFactory.instance.arrayNode();
            for (var i = random.nextInt(8); i > 0; i--) quiz.add(QuestionWriter.write(question()));
            return quiz;
        }

        private Question question() {
            return switch (random.nextInt(7)) {
                case 0, 1 -> new Question.Choice(basics(), options(true));
                case 2 -> new Question.TrueFalse(basics(), flag(), "", "");
                case 3 -> new Question.Text(basics(), typed(), flag());
                case 4 -> number();
                case 5 ->
                    flag()
                            ? new Question.Poll(basics(), options(false))
                            : new Question.Order(basics(), items(), List.of());
                default -> new Question.Slide(basics());
            };
        }

        private Question number() {
            var correct = flag()
                    ? random.nextInt(2_000) - 1_000
                    : (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(16));
            var tolerance = flag() ? 0 : flag() ? 0.5 : random.nextDouble();
            var reach = Math.abs(correct) + 1 + random.nextInt(100);
            return new Question.Number(basics(), correct, tolerance, -reach, reach, reach / 8, flag() ? "km" : null);
        }

        private QuestionBasics basics() {
            var time = flag() ? 20_000 : flag() ? 30_000 : 5_000 + random.nextInt(295_001);
            var points = flag() ? 1_000 : random.nextInt(10_001);
            var media = random.nextInt(4) > 0 ? null : picture();
            var text = text(flag() ? 10 : 150);
            return new QuestionBasics(
                    text, media, time, points, flag() ? text(30) : null, null, random.nextInt(3) == 0);
        }

        private List<Option> options(boolean keyed) {
            var texts = texts(2 + random.nextInt(flag() ? 3 : 7), flag() ? 8 : 80);
            var right = random.nextInt(texts.size());
            return IntStream.range(0, texts.size())
                    .mapToObj(i -> option(texts.get(i), keyed && (i == right || random.nextInt(3) == 0)))
                    .toList();
        }

        /** As people can type it. */
        private List<String> typed() {
            return texts(1 + random.nextInt(4), 20).stream()
                    .map(text -> text.replaceAll("\\s+", " "))
                    .toList();
        }

        private Option option(String text, boolean correct) {
            var picture = random.nextInt(9) > 0 ? null : picture();
            return new Option("", picture != null && random.nextInt(4) == 0 ? "" : text, correct, picture);
        }

        private Media picture() {
            var url = flag() ? "https://example.org/a.png" : "/media/" + "%064x".formatted(random.nextInt(4));
            return new Media(url, "image", flag() ? null : text(9));
        }

        private List<Item> items() {
            return texts(2 + random.nextInt(5), 20).stream()
                    .map(text -> new Item("", text))
                    .toList();
        }

        private List<String> texts(int count, int length) {
            var texts = new ArrayList<String>();
            for (var i = 0; i < count; i++) texts.add(text(length) + i);
            return texts;
        }

        private String text(int max) {
            var text = new StringBuilder(BEGINS[random.nextInt(BEGINS.length)]);
            for (var i = random.nextInt(max); i > 0; i--) text.append(SIGNS[random.nextInt(SIGNS.length)]);
            return text.append('.').toString();
        }

        private boolean flag() {
            return random.nextBoolean();
        }
    }
}
