package dev.podium.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Questions, plans and games to test with. Ids speak: the right choices are {@code "r0", "r1"…}, the wrong ones
 * {@code "w0"…}, items {@code "i0", "i1"…} in the right order. A question is open for 20 s and worth 1,000 points.
 */
final class Examples {
    static final Settings SPEED = Settings.DEFAULT;
    static final Settings ACCURACY =
            new Settings(Scoring.ACCURACY, true, true, 3_000, true, List.of(), false, false, Settings.MAX_PLAYERS);
    static final Settings ALL_OR_NOTHING =
            new Settings(Scoring.SPEED, false, true, 3_000, true, List.of(), false, false, Settings.MAX_PLAYERS);
    static final Settings NO_STREAKS =
            new Settings(Scoring.SPEED, true, false, 3_000, true, List.of(), false, false, Settings.MAX_PLAYERS);
    static final Settings AUTOMATIC =
            new Settings(Scoring.SPEED, true, true, 3_000, true, List.of(), true, false, Settings.MAX_PLAYERS);
    static final Settings SHUFFLED =
            new Settings(Scoring.SPEED, true, true, 3_000, true, List.of(), false, true, Settings.MAX_PLAYERS);

    private Examples() {}

    static QuestionBasics basics(int points) {
        return new QuestionBasics("What is it?", null, 20_000, points, null);
    }

    static Question.Choice choice(int right, int wrong) {
        return new Question.Choice(basics(1_000), options(right, wrong));
    }

    static List<Option> options(int right, int wrong) {
        var options = new ArrayList<Option>();
        for (var i = 0; i < right; i++) {
            options.add(new Option("r" + i, "right " + i, true, null));
        }
        for (var i = 0; i < wrong; i++) {
            options.add(new Option("w" + i, "wrong " + i, false, null));
        }
        return options;
    }

    static Question.TrueFalse trueFalse(boolean correct) {
        return new Question.TrueFalse(basics(1_000), correct, "yes", "no");
    }

    static Question.Text text(String... accept) {
        return new Question.Text(basics(1_000), List.of(accept), false);
    }

    static Question.Text forgivingText(String... accept) {
        return new Question.Text(basics(1_000), List.of(accept), true);
    }

    static Question.Number number(double correct, double tolerance) {
        return new Question.Number(basics(1_000), correct, tolerance, -100, 100, 1, null);
    }

    static Question.Order order(String... texts) {
        var items = new ArrayList<Item>();
        for (var text : texts) {
            items.add(new Item("i" + items.size(), text));
        }
        return new Question.Order(basics(1_000), items, List.of());
    }

    static Question.Poll poll() {
        return new Question.Poll(basics(0), options(0, 3));
    }

    static Question.WordCloud wordCloud() {
        return new Question.WordCloud(basics(0), 10);
    }

    static Question.Scale scale() {
        return new Question.Scale(basics(0), 1, 5, 1, List.of("never", "always"));
    }

    static Question.Point point(Region region) {
        var picture = new Media("/media/map.png", "image", null);
        return new Question.Point(new QuestionBasics("Where is it?", picture, 20_000, 1_000, null), region);
    }

    static Question.Choice unlimited() {
        return new Question.Choice(basics(1_000).withTimeLimitMs(0), options(1, 3));
    }

    static Question.Slide slide() {
        return new Question.Slide(basics(0));
    }

    static Question.Choice worth(int points) {
        return new Question.Choice(basics(points), options(1, 3));
    }

    /** By itself, with breaks that have a clock. */
    static final Settings EVENING = AUTOMATIC.with(Course.DEFAULT.with(60_000L));

    static Plan plan(Settings settings, Question... questions) {
        return new Plan("A quiz", "en", settings, List.of(questions));
    }

    static Answer picks(String... ids) {
        return new Answer.Choices(Arrays.asList(ids));
    }

    static Answer inOrder(String... ids) {
        return new Answer.Order(Arrays.asList(ids));
    }

    /** The game after commands, each accepted, at its moment. */
    static Game play(Plan plan, Game game, Object... momentsAndCommands) {
        for (var i = 0; i < momentsAndCommands.length; i += 2) {
            var now = ((Number) momentsAndCommands[i]).longValue();
            var command = (Command) momentsAndCommands[i + 1];
            if (!(Rules.decide(game, plan, command, now) instanceof Decision.Accepted(Event _, Game next))) {
                throw new AssertionError(command + " at " + now + " refused by " + game);
            }
            game = next;
        }
        return game;
    }
}
