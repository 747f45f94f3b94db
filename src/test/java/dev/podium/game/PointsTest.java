package dev.podium.game;

import static dev.podium.game.Examples.inOrder;
import static dev.podium.game.Examples.picks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointsTest {
    @Test
    void rightPicksCountByTheirShareAndOneWrongPickSpoilsAll() {
        var question = Examples.choice(3, 2);
        assertThat(fraction(question, picks("r0", "r1", "r2"))).isEqualTo(1);
        assertThat(fraction(question, picks("r2", "r0"))).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(fraction(question, picks("r0", "r1", "r2", "w0"))).isZero();
        assertThat(fraction(question, picks("w1"))).isZero();
    }

    @Test
    void trueFalseIsRightOrWrong() {
        assertThat(fraction(Examples.trueFalse(true), picks("yes"))).isEqualTo(1);
        assertThat(fraction(Examples.trueFalse(true), picks("no"))).isZero();
        assertThat(fraction(Examples.trueFalse(false), picks("no"))).isEqualTo(1);
    }

    @Test
    void anOrderCountsItemsInTheirPlace() {
        var question = Examples.order("a", "b", "c", "d");
        assertThat(fraction(question, inOrder("i0", "i1", "i2", "i3"))).isEqualTo(1);
        assertThat(fraction(question, inOrder("i0", "i1", "i3", "i2"))).isEqualTo(0.5);
        assertThat(fraction(question, inOrder("i3", "i0", "i1", "i2"))).isZero();
    }

    @Test
    void itemsThatFoldAlikeStandForEachOther() {
        assertThat(fraction(Examples.order("a", "b", "a"), inOrder("i2", "i1", "i0")))
                .isEqualTo(1);
        assertThat(fraction(Examples.order("New York", "b", "new\u00A0york\u200B"), inOrder("i2", "i1", "i0")))
                .isEqualTo(1);
    }

    @Test
    void aPointIsRightWithinTheRegionAndOnItsEdge() {
        var circle = Examples.point(new Region.Circle(0.5, 0.5, 0.25));
        assertThat(fraction(circle, new Answer.Point(0.5, 0.25))).isEqualTo(1);
        assertThat(fraction(circle, new Answer.Point(0.75, 0.5))).isEqualTo(1);
        assertThat(fraction(circle, new Answer.Point(0.7, 0.7))).isZero();
        var rectangle = Examples.point(new Region.Rectangle(0.25, 0.5, 0.5, 0.25));
        assertThat(fraction(rectangle, new Answer.Point(0.25, 0.75))).isEqualTo(1);
        assertThat(fraction(rectangle, new Answer.Point(0.5, 0.4))).isZero();
        assertThat(fraction(rectangle, new Answer.Point(0.8, 0.6))).isZero();
    }

    @Test
    void withoutALimitNobodyIsTooSlow() {
        assertThat(Points.of(Examples.unlimited(), 1, 3_600_000, Examples.SPEED))
                .isEqualTo(1_000);
    }

    /** Half as high as wide: what is 0.4 of its height is 0.2 of its width. */
    @Test
    void aCircleIsRoundInAPictureOfAnyShape() {
        var circle = new Region.Circle(0.5, 0.5, 0.2);
        assertThat(circle.contains(0.5, 0.9, 0.5)).isTrue();
        assertThat(circle.contains(0.5, 0.91, 0.5)).isFalse();
        assertThat(circle.contains(0.5, 0.9, Region.SQUARE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "5,1,5,1",
        "5,1,6,1",
        "5,1,4,1",
        "5,1,6.001,0",
        "5,0,5,1",
        "5,0,5.0000001,0",
        "0.3,0.1,0.4,1",
        "-3,0.5,-3.5,1"
    })
    void aNumberIsRightWithinItsTolerance(double correct, double tolerance, double value, double expected) {
        assertThat(fraction(Examples.number(correct, tolerance), new Answer.Number(value)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"Rome,1", "Rome\u200B,1", "' rOmE ',1", "ＲＯＭＥ,1", "Rom,0", "Ro me,0", "'the  eternal\u00A0CITY',1"})
    void aTypedAnswerIsComparedFolded(String typed, double expected) {
        assertThat(fraction(Examples.text("Rome", "The Eternal City"), new Answer.Text(typed)))
                .isEqualTo(expected);
    }

    @Test
    void accentsCountUnlessTheQuestionForgivesThem() {
        assertThat(fraction(Examples.text("Łódź"), new Answer.Text("lodz"))).isZero();
        assertThat(fraction(Examples.forgivingText("Łódź"), new Answer.Text("lodz")))
                .isEqualTo(1);
        assertThat(fraction(Examples.forgivingText("lodz"), new Answer.Text("ŁÓDŹ")))
                .isEqualTo(1);
        assertThat(fraction(Examples.forgivingText("Łódź"), new Answer.Text("loz")))
                .isZero();
    }

    @Test
    void withoutPartialCreditOnlyWhollyRightCounts() {
        var question = Examples.choice(2, 2);
        assertThat(Points.fraction(question, picks("r0"), Examples.ALL_OR_NOTHING))
                .hasValue(0);
        assertThat(Points.fraction(question, picks("r0", "r1"), Examples.ALL_OR_NOTHING))
                .hasValue(1);
    }

    @Test
    void onlyKindsWithAKeyHaveAFraction() {
        assertThat(Points.fraction(Examples.poll(), picks("w0"), Examples.SPEED))
                .isEmpty();
        assertThat(Points.fraction(Examples.slide(), picks("w0"), Examples.SPEED))
                .isEmpty();
        assertThat(Points.fraction(Examples.worth(0), picks("r0"), Examples.SPEED))
                .hasValue(1);
    }

    @Test
    void anAnswerThatDoesNotFitIsWorthNothing() {
        assertThat(fraction(Examples.choice(2, 2), picks("r0", "r0"))).isZero();
        assertThat(fraction(Examples.order("a", "b"), inOrder("i0"))).isZero();
        assertThat(fraction(Examples.text("Rome"), picks("Rome"))).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 1000",
        "1, 499, 1000",
        "1, 500, 988",
        "1, 1000, 975",
        "1, 5000, 875",
        "1, 10000, 750",
        "1, 20000, 500",
        "1, 99999, 500",
        "0.5, 0, 500",
        "0.5, 20000, 250",
        "0.6666666666666666, 10000, 500",
        "0, 0, 0"
    })
    void speedTakesHalfOfThePointsOverTheTimeLimit(double fraction, long creditedMs, int points) {
        assertThat(Points.of(Examples.worth(1_000), fraction, creditedMs, Examples.SPEED))
                .isEqualTo(points);
    }

    @Test
    void accuracyLooksAtNoClock() {
        assertThat(Points.of(Examples.worth(1_000), 1, 19_999, Examples.ACCURACY))
                .isEqualTo(1_000);
        assertThat(Points.of(Examples.worth(2_000), 1 / 3.0, 0, Examples.ACCURACY))
                .isEqualTo(667);
    }

    @Test
    void whatDoesNotCountEarnsNothing() {
        assertThat(Points.of(Examples.worth(0), 1, 0, Examples.SPEED)).isZero();
        assertThat(Points.of(new Question.Poll(Examples.basics(1_000), Examples.options(0, 2)), 1, 0, Examples.SPEED))
                .isZero();
    }

    @ParameterizedTest(name = "claimed {0}, observed {1}, allowance {2}: {3}")
    @CsvSource({
        "1800, 2000, 300, 1800",
        "1000, 2000, 300, 1700",
        "2500, 2000, 300, 2000",
        ", 2000, 300, 2000",
        "-1, 2000, 300, 2000",
        "0, 2000, 0, 2000",
        "0, 2000, 9000, 1500",
        "0, 2000, -9, 2000",
        "0, 200, 500, 0",
        "100, -50, 500, 0",
        "9223372036854775807, 2000, 500, 2000"
    })
    void theClientsTimeIsBelievedWithinTheAllowance(Long claimed, long observed, long allowance, long credited) {
        assertThat(Points.credit(claimed, observed, allowance)).isEqualTo(credited);
    }

    private static double fraction(Question question, Answer answer) {
        return Points.fraction(question, answer, Examples.SPEED).orElseThrow();
    }
}
