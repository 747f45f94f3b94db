package dev.podium.library;

import dev.podium.game.Item;
import dev.podium.game.Media;
import dev.podium.game.Option;
import dev.podium.game.Plan;
import dev.podium.game.Question;
import dev.podium.game.QuestionBasics;
import dev.podium.game.Region;
import dev.podium.game.Scoring;
import dev.podium.game.Settings;
import dev.podium.game.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Plans of every shape that a host could have written, for property tests. Each is made of one seed. */
final class Plans {
    private static final String[] SCRIPTS = {"a", "Z", " ", "é", "字", "\uD83D\uDE00", "ر", "\n", "\"", "\\", "<", "7"};

    private final Random random;

    private Plans(long seed) {
        random = new Random(seed);
    }

    static Arbitrary<Plan> frozen() {
        return Arbitraries.longs().map(seed -> {
            var plans = new Plans(seed);
            return Plan.freeze(plans.text(20), "en", plans.settings(), plans.questions(), plans.random);
        });
    }

    private Settings settings() {
        var teams = distinct(random.nextInt(4), 20).stream()
                .map(name -> new Team("", name))
                .toList();
        var scoring = Scoring.values()[random.nextInt(2)];
        return new Settings(
                scoring,
                flag(),
                flag(),
                random.nextInt(30_000),
                flag(),
                teams,
                flag(),
                flag(),
                1 + random.nextInt(20_000));
    }

    private List<Question> questions() {
        return IntStream.range(0, random.nextInt(12)).mapToObj(i -> question()).toList();
    }

    private Question question() {
        return switch (random.nextInt(10)) {
            case 0 -> new Question.Choice(basics(), options(true));
            case 1 -> new Question.TrueFalse(basics(), flag(), "", "");
            case 2 -> new Question.Text(basics(), distinct(1 + random.nextInt(5), 30), flag());
            case 3 -> number();
            case 4 -> new Question.Order(basics(), items(), List.of());
            case 5 -> new Question.Poll(basics(), options(false));
            case 6 -> new Question.WordCloud(basics(), 1 + random.nextInt(60));
            case 7 -> scale();
            case 8 -> new Question.Point(basics(), region());
            default -> new Question.Slide(basics());
        };
    }

    private Question number() {
        var min = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12));
        var width = random.nextDouble() * 1_000 + 0.001;
        var max = min + width;
        var correct = Math.clamp(min + width * random.nextDouble(), min, max);
        return new Question.Number(
                basics(), correct, random.nextInt(3), min, max, (max - min) / 8, flag() ? "km" : null);
    }

    private Question scale() {
        var labels = flag() ? List.of(text(20), text(20)) : List.<String>of();
        return new Question.Scale(basics(), random.nextInt(5), 10 + random.nextInt(90), 0.5, labels);
    }

    private Region region() {
        return flag()
                ? new Region.Circle(random.nextDouble(), random.nextDouble(), random.nextDouble())
                : new Region.Rectangle(
                        random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextDouble());
    }

    private QuestionBasics basics() {
        var time = 5_000 + random.nextInt(295_001);
        return new QuestionBasics(
                text(60),
                media(),
                time,
                random.nextInt(10_001),
                flag() ? text(50) : null,
                flag() ? text(50) : null,
                flag());
    }

    private Media media() {
        return flag()
                ? null
                : new Media(
                        "https://example.org/a.png",
                        "image",
                        flag() ? text(9) : null,
                        flag() ? size() : null,
                        flag() ? new Media.Rendition("/media/a", size()) : null);
    }

    private Media.Size size() {
        return new Media.Size(1 + random.nextInt(1_920), 1 + random.nextInt(1_920));
    }

    private List<Option> options(boolean keyed) {
        var texts = distinct(2 + random.nextInt(7), 20);
        return IntStream.range(0, texts.size())
                .mapToObj(i -> option(texts.get(i), keyed && (i == 0 || flag())))
                .toList();
    }

    private Option option(String text, boolean correct) {
        var media = media();
        return new Option("", media != null && flag() ? "" : text, correct, media);
    }

    private List<Item> items() {
        return distinct(2 + random.nextInt(7), 20).stream()
                .map(text -> new Item("", text))
                .toList();
    }

    private List<String> distinct(int count, int length) {
        var texts = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            texts.add(i + text(length));
        }
        return texts;
    }

    private String text(int max) {
        var text = new StringBuilder("x");
        for (var i = random.nextInt(max); i > 0; i--) {
            text.append(SCRIPTS[random.nextInt(SCRIPTS.length)]);
        }
        return text.toString();
    }

    private boolean flag() {
        return random.nextBoolean();
    }
}
