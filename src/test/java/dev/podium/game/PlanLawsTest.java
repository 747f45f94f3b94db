package dev.podium.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds in every frozen plan, whatever chance says. */
class PlanLawsTest {
    @Property
    void idsAreShortAndUniqueInTheirQuestion(@ForAll("questions") List<Question> questions, @ForAll long seed) {
        for (var question : freeze(Examples.SHUFFLED, questions, seed).questions()) {
            var ids = ids(question);
            assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
            assertThat(ids).allMatch(id -> id.matches("[a-z0-9]{8}"));
        }
    }

    @Property
    void anOrderIsNeverShownInTheRightOrder(@ForAll("orders") Question.Order order, @ForAll long seed) {
        var frozen =
                (Question.Order) freeze(Settings.DEFAULT, List.of(order), seed).question(0);
        assertThat(frozen.items()).extracting(Item::text).isEqualTo(texts(order));
        assertThat(frozen.shown())
                .containsExactlyInAnyOrderElementsOf(
                        frozen.items().stream().map(Item::id).toList());
        if (texts(order).stream().map(Fold::of).distinct().count() > 1) {
            var answer = new Answer.Order(frozen.shown());
            assertThat(Points.fraction(frozen, answer, Settings.DEFAULT).orElseThrow())
                    .isLessThan(1);
        }
    }

    @Property
    void freezingKeepsEverythingButIdsAndOrder(@ForAll("questions") List<Question> questions, @ForAll long seed) {
        var plan = freeze(Examples.SHUFFLED, questions, seed);
        assertThat(plan.size()).isEqualTo(questions.size());
        assertThat(plan.questions())
                .extracting(Question::kind, Question::basics)
                .isEqualTo(questions.stream()
                        .map(it -> tuple(it.kind(), it.basics()))
                        .toList());
        for (var i = 0; i < plan.size(); i++) {
            assertThat(options(plan.question(i)))
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                    .containsExactlyInAnyOrderElementsOf(options(questions.get(i)));
        }
    }

    @Property
    void choicesKeepTheirOrderUnlessTheyAreToBeShuffled(
            @ForAll("questions") List<Question> questions, @ForAll long seed) {
        var plan = freeze(Settings.DEFAULT, questions, seed);
        for (var i = 0; i < plan.size(); i++) {
            assertThat(options(plan.question(i)))
                    .extracting(Option::text)
                    .isEqualTo(
                            options(questions.get(i)).stream().map(Option::text).toList());
        }
    }

    @Property
    void theSameChanceGivesTheSamePlan(@ForAll("questions") List<Question> questions, @ForAll long seed) {
        assertThat(freeze(Examples.SHUFFLED, questions, seed)).isEqualTo(freeze(Examples.SHUFFLED, questions, seed));
    }

    @Property
    void theRightAnswerOfAFrozenQuestionIsWhollyRight(
            @ForAll("questions") List<Question> questions, @ForAll long seed) {
        for (var question : freeze(Examples.SHUFFLED, questions, seed).questions()) {
            if (question.graded()) {
                assertThat(question.accepts(right(question))).isTrue();
                assertThat(Points.fraction(question, right(question), Settings.DEFAULT))
                        .hasValue(1);
            }
        }
    }

    @Example
    void shuffledChoicesCanStandInEveryPlace() {
        var places = new HashSet<Integer>();
        for (var seed = 0; seed < 100; seed++) {
            var choice = freeze(Examples.SHUFFLED, List.of(Examples.choice(1, 3)), seed)
                    .question(0);
            places.add(options(choice).stream().map(Option::correct).toList().indexOf(true));
        }
        assertThat(places).containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Example
    void aGameThatMovesByItselfGivesEveryQuestionALimit() {
        var questions = List.<Question>of(Examples.unlimited(), Examples.choice(1, 1));
        assertThat(freeze(Examples.AUTOMATIC, questions, 1).questions())
                .extracting(Question::timeLimitMs)
                .containsExactly(60_000L, 20_000L);
        assertThat(freeze(Settings.DEFAULT, questions, 1).questions())
                .extracting(Question::timeLimitMs)
                .containsExactly(0L, 20_000L);
    }

    @Example
    void teamsGetIdsToo() {
        var settings = new Settings(
                Scoring.SPEED,
                true,
                true,
                3_000,
                true,
                List.of(new Team("", "Red"), new Team("", "Blue")),
                false,
                false,
                Settings.MAX_PLAYERS);
        var teams = freeze(settings, List.of(), 1).settings().teams();
        assertThat(teams).extracting(Team::name).containsExactly("Red", "Blue");
        assertThat(teams).extracting(Team::id).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9]{8}"));
    }

    private static Plan freeze(Settings settings, List<Question> questions, long seed) {
        return Plan.freeze("A quiz", "en", settings, questions, new Random(seed));
    }

    private static Answer right(Question question) {
        return switch (question) {
            case Question.Choice choice ->
                new Answer.Choices(choice.choices().stream()
                        .filter(Option::correct)
                        .map(Option::id)
                        .toList());
            case Question.TrueFalse it -> new Answer.Choices(List.of(it.correctId()));
            case Question.Text text -> new Answer.Text(text.accept().getLast());
            case Question.Number number -> new Answer.Number(number.correct());
            case Question.Order order ->
                new Answer.Order(order.items().stream().map(Item::id).toList());
            case Question.Point point ->
                switch (point.region()) {
                    case Region.Circle(double x, double y, double _) -> new Answer.Point(x, y);
                    case Region.Rectangle(double x, double y, double _, double _) -> new Answer.Point(x, y);
                };
            case Question.Poll _, Question.WordCloud _, Question.Scale _, Question.Slide _ ->
                throw new AssertionError(question);
        };
    }

    private static List<String> ids(Question question) {
        return switch (question) {
            case Question.TrueFalse it -> List.of(it.trueId(), it.falseId());
            case Question.Order order -> order.items().stream().map(Item::id).toList();
            default -> options(question).stream().map(Option::id).toList();
        };
    }

    private static List<Option> options(Question question) {
        return switch (question) {
            case Question.Choice choice -> choice.choices();
            case Question.Poll poll -> poll.choices();
            default -> List.of();
        };
    }

    private static List<String> texts(Question.Order order) {
        return order.items().stream().map(Item::text).toList();
    }

    @Provide
    Arbitrary<List<Question>> questions() {
        var choices = Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 4))
                .as(Examples::choice);
        Arbitrary<Question> rest = Arbitraries.of(
                Examples.trueFalse(true),
                Examples.trueFalse(false),
                Examples.text("Rome", "Roma"),
                Examples.number(0.1, 0),
                Examples.poll(),
                Examples.wordCloud(),
                Examples.scale(),
                Examples.point(new Region.Circle(0.2, 0.3, 0.1)),
                Examples.point(new Region.Rectangle(0.1, 0.2, 0.3, 0.4)),
                Examples.slide(),
                Examples.worth(0));
        return Arbitraries.oneOf(choices, orders(), rest).list().ofMaxSize(8);
    }

    /** Three texts and twins of them for up to eight items: some fold alike. */
    @Provide
    Arbitrary<Question.Order> orders() {
        return Arbitraries.of("a", "b", "c", "A", "b\u200B")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(texts -> Examples.order(texts.toArray(String[]::new)));
    }
}
