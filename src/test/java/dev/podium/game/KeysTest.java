package dev.podium.game;

import static dev.podium.game.Examples.inOrder;
import static dev.podium.game.Examples.picks;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final Region CORNER = new Region.Circle(0.1, 0.1, 0.05);
    private static final List<Question> KEYED = List.of(
            Examples.choice(1, 3),
            Examples.choice(2, 2),
            Examples.trueFalse(true),
            Examples.text("Rome", "Roma"),
            Examples.number(3, 1),
            Examples.order("a", "b", "c"),
            Examples.point(CORNER));

    @Test
    void aQuestionWithItsOwnKeyIsTheSameQuestion() {
        for (var question : KEYED) {
            assertThat(Keys.put(Keys.of(question).orElseThrow(), question)).hasValue(question);
        }
    }

    @Test
    void whatNobodyCanBeRightAboutHasNoKeyAndTakesNone() {
        for (var question : List.of(Examples.poll(), Examples.wordCloud(), Examples.scale(), Examples.slide())) {
            assertThat(Keys.of(question)).isEmpty();
            assertThat(Keys.put(new Key.Listed(List.of("w0")), question)).isEmpty();
            assertThat(Keys.put(new Key.Near(3, 0), question)).isEmpty();
        }
    }

    @Test
    void whereOnePickWasAskedForAnyRightOneIsAllRight() {
        var question = put(Examples.choice(1, 3), "r0", "w1");
        assertThat(((Question.Choice) question).multiple()).isFalse();
        assertThat(fraction(question, picks("r0"))).isEqualTo(1);
        assertThat(fraction(question, picks("w1"))).isEqualTo(1);
        assertThat(fraction(question, picks("w0"))).isZero();
    }

    @Test
    void whereSeveralWereAskedForTheyAreStillPartsOfTheWhole() {
        var two = put(Examples.choice(2, 2), "r0", "w1");
        assertThat(fraction(two, picks("w1"))).isEqualTo(0.5);
        assertThat(fraction(two, picks("r0", "w1"))).isEqualTo(1);
        var one = put(Examples.choice(2, 2), "w1");
        assertThat(((Question.Choice) one).multiple()).isTrue();
        assertThat(fraction(one, picks("w1"))).isEqualTo(1);
        assertThat(fraction(one, picks("r0", "w1"))).isZero();
    }

    @Test
    void everyKindIsJudgedByTheKeyItIsGiven() {
        assertThat(fraction(put(Examples.trueFalse(true), "no"), picks("no"))).isEqualTo(1);
        assertThat(fraction(put(Examples.text("Rome"), "Paris"), new Answer.Text("paris")))
                .isEqualTo(1);
        assertThat(fraction(put(Examples.text("Rome"), "Paris"), new Answer.Text("Rome")))
                .isZero();
        var near = Keys.put(new Key.Near(50, 2), Examples.number(3, 1)).orElseThrow();
        assertThat(fraction(near, new Answer.Number(48))).isEqualTo(1);
        assertThat(fraction(put(Examples.order("a", "b"), "i1", "i0"), inOrder("i1", "i0")))
                .isEqualTo(1);
        var point = Examples.point(new Region.Circle(0.9, 0.9, 0.05));
        assertThat(fraction(Keys.put(new Key.Within(CORNER), point).orElseThrow(), new Answer.Point(0.1, 0.12)))
                .isEqualTo(1);
    }

    @Test
    void oneMoreTextIsAcceptedOnceAndInTheSpellingThatCameFirst() {
        var more = Keys.accept(List.of("roma ", "Rom\u200B", "ROME"), Examples.text("Rome"))
                .orElseThrow();
        assertThat(((Question.Text) more).accept()).containsExactly("Rome", "roma", "Rom");
        assertThat(Keys.accept(List.of("Rome"), Examples.choice(1, 1))).isEmpty();
    }

    @Test
    void aKeyThatDoesNotFitItsQuestionIsNone() {
        assertThat(Keys.put(new Key.Listed(List.of()), Examples.choice(1, 1))).isEmpty();
        assertThat(Keys.put(listed("nope"), Examples.choice(1, 1))).isEmpty();
        assertThat(Keys.put(listed("r0", "r0"), Examples.choice(1, 1))).isEmpty();
        assertThat(Keys.put(listed("yes", "no"), Examples.trueFalse(true))).isEmpty();
        assertThat(Keys.put(listed("i0"), Examples.order("a", "b"))).isEmpty();
        assertThat(Keys.put(listed("\u200B"), Examples.text("Rome"))).isEmpty();
        assertThat(Keys.put(listed("\u0301"), Examples.forgivingText("Rome"))).isEmpty();
        assertThat(Keys.put(listed("x".repeat(121)), Examples.text("Rome"))).isEmpty();
        assertThat(Keys.put(new Key.Near(1, 0), Examples.text("Rome"))).isEmpty();
        assertThat(Keys.put(new Key.Near(101, 0), Examples.number(3, 1))).isEmpty();
        assertThat(Keys.put(new Key.Near(1, -1), Examples.number(3, 1))).isEmpty();
        assertThat(Keys.put(new Key.Near(Double.NaN, 0), Examples.number(3, 1))).isEmpty();
        for (var region : List.of(
                new Region.Circle(1.1, 0.5, 0.1),
                new Region.Circle(0.5, 0.5, 0),
                new Region.Rectangle(0.9, 0, 0.2, 1),
                new Region.Rectangle(0, 0, 1, 0))) {
            assertThat(Keys.put(new Key.Within(region), Examples.point(CORNER))).isEmpty();
        }
    }

    @Test
    void noMoreTextsAreAcceptedThanAPhoneCanShow() {
        var texts = IntStream.range(0, Keys.MAX_TEXTS).mapToObj(i -> "text " + i);
        var full =
                Keys.put(new Key.Listed(texts.toList()), Examples.text("Rome")).orElseThrow();
        assertThat(Keys.accept(List.of("text 1"), full)).hasValue(full);
        assertThat(Keys.accept(List.of("one more"), full)).isEmpty();
    }

    private static Question put(Question question, String... key) {
        return Keys.put(listed(key), question).orElseThrow();
    }

    private static Key listed(String... values) {
        return new Key.Listed(List.of(values));
    }

    private static double fraction(Question question, Answer answer) {
        return Points.fraction(question, answer, Settings.DEFAULT).orElseThrow();
    }
}
