package dev.podium.wire;

import dev.podium.game.Answer;
import dev.podium.game.Course;
import dev.podium.game.Entry;
import dev.podium.game.Game;
import dev.podium.game.Item;
import dev.podium.game.Key;
import dev.podium.game.Look;
import dev.podium.game.Media;
import dev.podium.game.Option;
import dev.podium.game.Phase;
import dev.podium.game.Plan;
import dev.podium.game.Question;
import dev.podium.game.QuestionBasics;
import dev.podium.game.Ranks;
import dev.podium.game.Region;
import dev.podium.game.Round;
import dev.podium.game.Scoring;
import dev.podium.game.Settings;
import dev.podium.game.Team;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The one game that all golden messages tell of. */
final class Sample {
    static final long NOW = 1_795_410_000_000L;
    static final long OPENS = NOW + 3_000;

    private static final Media MAP = new Media(
            "/media/map.png",
            "image",
            "A map",
            new Media.Size(1_600, 1_000),
            new Media.Rendition("/media/map-small.png", new Media.Size(720, 450)));

    static final UUID ADA = seat(1);
    static final UUID BOB = seat(2);
    static final UUID CLEO = seat(3);
    static final String INVITE = "q0Yw3gk6U1c7R2bXOu1V9o";
    static final String CODE = "AAAAAAAAQACAAAAAAAAAAnEtMgyZtlW4nzsXl6m6KVo";
    static final String TICKET = "t-9fK2mQ7xVb4";
    static final String KEY = "6f1c2b1e-7d0a-4c55-9a55-3f3c5e0f9a01";
    static final String ANSWER_ID = "0b9de1b2-54a4-4a3e-8d52-8a3b7f6a1c11";
    static final String COMMAND_ID = "c0ffee00-1111-4222-8333-444455556666";

    /** Where each kind stands in the plan; the last question is one without points. */
    static final Map<String, Integer> KINDS =
            numbered("choice", "choice.multiple", "true-false", "text", "number", "order", "poll", "slide");

    static final Plan PLAN = plan(Settings.DEFAULT);

    /** The same with all that is chosen for a show. */
    static final Plan SHOWN = plan(new Settings(
            Scoring.SPEED,
            true,
            true,
            3_000,
            true,
            List.of(new Team("blue", "Blue"), new Team("red", "Red")),
            false,
            false,
            Settings.MAX_PLAYERS,
            true,
            new Look(Look.Theme.PAPER, "#8a1538", "https://example.org/logo.svg", "/media/" + "5a".repeat(32)),
            Ranks.OWN,
            true,
            Entry.OPEN,
            Course.DEFAULT));

    /** Where each kind stands in the plan of those that came later. */
    static final Map<String, Integer> LATER_KINDS = numbered("word-cloud", "scale", "point", "point.rectangle");

    static final Plan LATER_PLAN = new Plan(
            "Around the year",
            null,
            Settings.DEFAULT,
            List.of(
                    new Question.WordCloud(basics("Your season in a word?", 20_000, 0), 30),
                    new Question.Scale(basics("How cold is too cold?", 20_000, 0), 1, 5, 1, List.of("mild", "icy")),
                    new Question.Point(
                            new QuestionBasics("Where is Iceland?", MAP, 20_000, 1000, "In the middle of the sea."),
                            new Region.Circle(0.25, 0.625, 0.1)),
                    new Question.Point(
                            new QuestionBasics("Where is the sea?", MAP, 20_000, 1000, null),
                            new Region.Rectangle(0, 0.5, 1, 0.5))));

    static final Map<String, Answer> ANSWERS = Map.of(
            "choice", new Answer.Choices(List.of("nile0001")),
            "choice.multiple", new Answer.Choices(List.of("japa0001", "bang0002")),
            "true-false", new Answer.Choices(List.of("yes00001")),
            "text", new Answer.Text("  LIMA "),
            "number", new Answer.Number(8800.5),
            "order", new Answer.Order(List.of("oslo0001", "lima0003", "cair0002")),
            "poll", new Answer.Choices(List.of("sea00001")),
            "word-cloud", new Answer.Text("Spring"),
            "scale", new Answer.Number(4),
            "point", new Answer.Point(0.25, 0.625));

    static final List<RosterEntry> ROSTER = List.of(
            new RosterEntry(CLEO, "Cleo", "red"),
            new RosterEntry(BOB, "Bob", null),
            new RosterEntry(ADA, "Zoë 🦊", "red"));

    static final Lobby LOBBY = new Lobby("123456", "http://192.168.1.20:8080/?pin=123456", ROSTER);

    static final List<Standing> TOP = List.of(
            new Standing(1, "Cleo", 2050, 1050, 2),
            new Standing(2, "Zoë 🦊", 950, 950, -1),
            new Standing(2, "Bob", 950, 0, -1));

    static final List<Standing> LAST = TOP.stream()
            .map(line -> new Standing(line.rank(), line.nickname(), line.score(), 0, 0))
            .toList();

    static final List<TeamStanding> TEAMS = List.of(
            new TeamStanding(1, "red", 1, "Red", 1500, 1000), new TeamStanding(2, "blue", 0, "Blue", 950.5, 0.5));

    static final Map<String, Tally> TALLIES = Map.of(
            "choice",
            picks("nile0001", 2, "rhin0002", 1, "volg0003", 0),
            "choice.multiple",
            picks("japa0001", 3, "bang0002", 2, "fran0003", 0),
            "true-false",
            picks("yes00001", 1, "no000002", 2),
            "text",
            new Tally.Texts(List.of(new Tally.Typed("lima", 2), new Tally.Typed("cusco", 1))),
            "number",
            new Tally.Histogram(List.of(new Tally.Bin(8000, 8500, 1), new Tally.Bin(8500, 9000, 2))),
            "order",
            picks("oslo0001", 3, "cair0002", 1, "lima0003", 1),
            "poll",
            picks("sea00001", 2, "hill0002", 1),
            "word-cloud",
            new Tally.Texts(List.of(new Tally.Typed("Spring", 2), new Tally.Typed("秋", 1))),
            "scale",
            new Tally.Histogram(List.of(
                    new Tally.Bin(0.5, 1.5, 1),
                    new Tally.Bin(1.5, 2.5, 0),
                    new Tally.Bin(2.5, 3.5, 0),
                    new Tally.Bin(3.5, 4.5, 2),
                    new Tally.Bin(4.5, 5.5, 0))),
            "point",
            new Tally.Heat(List.of(new Tally.Cell(0.275, 0.625, 2), new Tally.Cell(0.975, 0.025, 1))));

    private Sample() {}

    /** The same quiz, which says what language it is in. */
    static Plan planIn(String language) {
        return new Plan(PLAN.title(), language, PLAN.settings(), PLAN.questions());
    }

    /** The same quiz, with something to say at its first question. */
    static Plan noted(String notes) {
        var first = (Question.Choice) PLAN.question(0);
        var old = first.basics();
        var basics =
                new QuestionBasics(old.text(), old.media(), old.timeLimitMs(), old.points(), old.explanation(), notes);
        var questions = new ArrayList<>(PLAN.questions());
        questions.set(0, new Question.Choice(basics, first.choices()));
        return new Plan(PLAN.title(), PLAN.language(), PLAN.settings(), questions);
    }

    /** The same quiz, with a formula in its first question. */
    static Plan markdown() {
        var first = (Question.Choice) PLAN.question(0);
        var old = first.basics();
        var basics = new QuestionBasics(
                "Which is **half** of $x^2$?", null, old.timeLimitMs(), old.points(), "$$\\frac{x^2}{2}$$", null, true);
        var questions = new ArrayList<>(PLAN.questions());
        questions.set(0, new Question.Choice(basics, first.choices()));
        return new Plan(PLAN.title(), PLAN.language(), PLAN.settings(), questions);
    }

    static Plan plan(Settings settings) {
        return new Plan(
                "Around the world",
                null,
                settings,
                List.of(
                        new Question.Choice(
                                new QuestionBasics(
                                        "Which river is the longest?", null, 20_000, 1000, "About 6,650 km."),
                                List.of(
                                        new Option("nile0001", "Nile", true, null),
                                        new Option("rhin0002", "Rhine", false, null),
                                        new Option("volg0003", "Volga", false, null))),
                        new Question.Choice(
                                new QuestionBasics(
                                        "Whose flag has a circle?",
                                        new Media("/media/flag.png", "image", "A red circle on white"),
                                        20_000,
                                        1000,
                                        null),
                                List.of(
                                        new Option("japa0001", "日本", true, null),
                                        new Option("bang0002", "বাংলাদেশ", true, null),
                                        new Option(
                                                "fran0003",
                                                "France",
                                                false,
                                                new Media("/media/france.png", "image", "Three stripes")))),
                        new Question.TrueFalse(
                                basics("Iceland has mosquitoes.", 10_000, 1000), false, "yes00001", "no000002"),
                        new Question.Text(
                                basics("What is the capital of Peru?", 20_000, 1000),
                                List.of("Lima", "Ciudad de los Reyes"),
                                false),
                        new Question.Number(
                                basics("How high is Mount Everest?", 30_000, 1000), 8848.5, 50, 0, 12_000, 0.5, "m"),
                        new Question.Order(
                                basics("From north to south", 20_000, 2000),
                                List.of(
                                        new Item("oslo0001", "Oslo"),
                                        new Item("cair0002", "Cairo"),
                                        new Item("lima0003", "Lima")),
                                List.of("cair0002", "oslo0001", "lima0003")),
                        new Question.Poll(
                                basics("Where would you rather be?", 20_000, 0),
                                List.of(
                                        new Option("sea00001", "By the sea", false, null),
                                        new Option("hill0002", "In the hills", false, null))),
                        new Question.Slide(basics("Half-time. “Stretch!” 🙆", 20_000, 0)),
                        new Question.Text(basics("Name an ocean.", 20_000, 0), List.of("Atlantic"), false)));
    }

    /** A game in the middle of a phase, on its usual times. */
    static final UUID QUIZ = UUID.fromString("0d0d0d0d-1111-4222-8333-444455556666");

    /** The same questions, as two quizzes of an evening. */
    static final Plan EVENING = new Plan(
            PLAN.title(),
            PLAN.language(),
            PLAN.settings(),
            PLAN.questions(),
            List.of(new Round(null, "Around the world", 5), new Round(null, "Home again", 4)));

    /** What each of two rounds gave, and a third line that came for the second alone. */
    static final List<Standing> EVENING_TOP = List.of(
            new Standing(1, "Cleo", 3050, 1000, 1, List.of(2050, 1000)),
            new Standing(2, "Zoë 🦊", 2950, 400, -1, List.of(2550, 400)),
            new Standing(3, "Bob", 700, 700, 0, List.of(0, 700)));

    /** The same after the first of them. */
    static final List<Standing> RECESS_TOP = List.of(
            new Standing(1, "Zoë 🦊", 2550, 2550, 1, List.of(2550)),
            new Standing(2, "Cleo", 2050, 2050, -1, List.of(2050)));

    /** After the first round; {@code until}: nullable. */
    static Game recess(Long until) {
        var game = game(9, Phase.STANDINGS, 4);
        return new Game(
                10,
                Phase.BREAK,
                4,
                game.opensAt(),
                game.closesAt(),
                null,
                false,
                Set.of(),
                NOW,
                Map.of(),
                null,
                until,
                Set.of(),
                null);
    }

    static Game game(long seq, Phase phase, int question) {
        var opens = phase == Phase.LOBBY ? null : (Long) OPENS;
        var limit = question < 0 ? 0 : PLAN.question(question).timeLimitMs();
        var timed = phase.compareTo(Phase.QUESTION) >= 0
                && question >= 0
                && PLAN.question(question).answerable();
        return new Game(seq, phase, question, opens, timed ? (Long) (OPENS + limit) : null, null, false, Set.of(), NOW);
    }

    static Game pausedWith(long remainingMs, Game game) {
        var end = game.phase() == Phase.READY ? game.opensAt() : game.closesAt();
        var pausedAt = end == null ? OPENS + 1_000 : end - remainingMs;
        return new Game(
                game.seq(),
                game.phase(),
                game.question(),
                game.opensAt(),
                game.closesAt(),
                pausedAt,
                game.locked(),
                game.voided(),
                game.since());
    }

    static Game locked(Game game) {
        return new Game(
                game.seq(),
                game.phase(),
                game.question(),
                game.opensAt(),
                game.closesAt(),
                game.pausedAt(),
                true,
                game.voided(),
                game.since());
    }

    static Game voided(Game game) {
        return new Game(
                game.seq(),
                game.phase(),
                game.question(),
                game.opensAt(),
                game.closesAt(),
                game.pausedAt(),
                game.locked(),
                Set.of(game.question()),
                game.since());
    }

    /** With two right choices, where one was asked for. */
    static Game regraded(Game game) {
        return judged(game, Map.of(game.question(), new Key.Listed(List.of("nile0001", "volg0003"))));
    }

    static Game judged(Game game, Map<Integer, Key> keys) {
        return new Game(
                game.seq(),
                game.phase(),
                game.question(),
                game.opensAt(),
                game.closesAt(),
                game.pausedAt(),
                game.locked(),
                game.voided(),
                game.since(),
                keys,
                game.ended(),
                game.until(),
                game.unasked(),
                game.cutAt());
    }

    private static QuestionBasics basics(String text, long timeLimitMs, int points) {
        return new QuestionBasics(text, null, timeLimitMs, points, null);
    }

    private static Map<String, Integer> numbered(String... names) {
        var numbers = new LinkedHashMap<String, Integer>();
        for (var name : names) numbers.put(name, numbers.size());
        return numbers;
    }

    private static Tally picks(Object... idsAndCounts) {
        var picks = new ArrayList<Tally.Pick>();
        for (var i = 0; i < idsAndCounts.length; i += 2) {
            picks.add(new Tally.Pick((String) idsAndCounts[i], (int) idsAndCounts[i + 1]));
        }
        return new Tally.Picks(picks);
    }

    private static UUID seat(int number) {
        return UUID.fromString("00000000-0000-4000-8000-%012d".formatted(number));
    }
}
