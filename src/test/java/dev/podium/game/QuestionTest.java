package dev.podium.game;

import static dev.podium.game.Examples.inOrder;
import static dev.podium.game.Examples.picks;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionTest {
    @Test
    void oneRightChoiceTakesExactlyOnePick() {
        var question = Examples.choice(1, 3);
        assertThat(question.multiple()).isFalse();
        assertThat(question.accepts(picks("w2"))).isTrue();
        assertThat(question.accepts(picks())).isFalse();
        assertThat(question.accepts(picks("r0", "w0"))).isFalse();
        assertThat(question.accepts(picks("nope"))).isFalse();
        assertThat(question.accepts(picks(""))).isFalse();
    }

    @Test
    void severalRightChoicesTakeDistinctPicks() {
        var question = Examples.choice(2, 2);
        assertThat(question.multiple()).isTrue();
        assertThat(question.accepts(picks("r0", "w0", "w1"))).isTrue();
        assertThat(question.accepts(picks("r0"))).isTrue();
        assertThat(question.accepts(picks("r0", "r0"))).isFalse();
        assertThat(question.accepts(picks("r0", "nope"))).isFalse();
        assertThat(question.accepts(picks())).isFalse();
    }

    @Test
    void trueFalseAndPollTakeOneOfTheirIds() {
        assertThat(Examples.trueFalse(true).accepts(picks("no"))).isTrue();
        assertThat(Examples.trueFalse(true).accepts(picks("yes", "no"))).isFalse();
        assertThat(Examples.trueFalse(true).accepts(picks("true"))).isFalse();
        assertThat(Examples.poll().accepts(picks("w1"))).isTrue();
        assertThat(Examples.poll().accepts(picks("w1", "w2"))).isFalse();
        assertThat(Examples.poll().accepts(picks("r0"))).isFalse();
    }

    @Test
    void aTypedAnswerSaysSomethingIn120CodePoints() {
        var question = Examples.text("Rome");
        assertThat(question.accepts(typed("x"))).isTrue();
        assertThat(question.accepts(typed("😀".repeat(120)))).isTrue();
        assertThat(question.accepts(typed("x".repeat(121)))).isFalse();
        assertThat(question.accepts(typed("😀".repeat(121)))).isFalse();
        assertThat(question.accepts(typed(""))).isFalse();
        assertThat(question.accepts(typed(" \t\u00A0\u2003\n"))).isFalse();
    }

    @Test
    void aCloudTakesWordsUpToItsLength() {
        var question = Examples.wordCloud();
        assertThat(question.accepts(typed("😀".repeat(10)))).isTrue();
        assertThat(question.accepts(typed("😀".repeat(11)))).isFalse();
        assertThat(question.accepts(typed(" \u200B"))).isFalse();
        assertThat(question.accepts(picks("r0"))).isFalse();
    }

    @Test
    void aScaleTakesNumbersWithinItsEnds() {
        var question = Examples.scale();
        assertThat(question.accepts(new Answer.Number(1))).isTrue();
        assertThat(question.accepts(new Answer.Number(2.5))).isTrue();
        assertThat(question.accepts(new Answer.Number(5.01))).isFalse();
        assertThat(question.accepts(new Answer.Number(Double.NaN))).isFalse();
    }

    @Test
    void aPointLiesInThePicture() {
        var question = Examples.point(new Region.Circle(0.5, 0.5, 0.1));
        assertThat(question.accepts(new Answer.Point(0, 1))).isTrue();
        assertThat(question.accepts(new Answer.Point(-0.001, 0.5))).isFalse();
        assertThat(question.accepts(new Answer.Point(0.5, 1.001))).isFalse();
        assertThat(question.accepts(new Answer.Point(Double.NaN, 0.5))).isFalse();
        assertThat(question.accepts(new Answer.Number(0.5))).isFalse();
    }

    /** Half as high as wide: what is 0.4 of its height is 0.2 of its width. */
    @Test
    void aCircleIsRoundOnThePictureAsItIsSeen() {
        var region = new Region.Circle(0.5, 0.5, 0.2);
        var wide = new Media("/media/map.png", "image", null, new Media.Size(1_000, 500), null);
        var question = new Question.Point(new QuestionBasics("Where?", wide, 20_000, 1_000, null), region);
        assertThat(question.isRight(0.5, 0.9)).isTrue();
        assertThat(question.isRight(0.5, 0.91)).isFalse();
        assertThat(Examples.point(region).isRight(0.5, 0.9)).isFalse();
    }

    @Test
    void whatAsksForNoKeyIsNeitherGradedNorScored() {
        assertThat(List.of(Examples.wordCloud(), Examples.scale(), Examples.poll()))
                .allMatch(question -> question.answerable() && !question.graded() && !question.scored());
        assertThat(Examples.point(new Region.Circle(0, 0, 1)).scored()).isTrue();
    }

    @Test
    void aTypedAnswerThatNoDatabaseStoresIsNotTaken() {
        var question = Examples.text("Rome");
        assertThat(question.accepts(typed("Ro\u0000me"))).isFalse();
        assertThat(question.accepts(typed("Rome\uD83D"))).isFalse();
        assertThat(question.accepts(typed("\uDE00\uD83D"))).isFalse();
    }

    @Test
    void aNumberIsFiniteAndInRange() {
        var question = Examples.number(5, 1);
        assertThat(question.accepts(new Answer.Number(-100))).isTrue();
        assertThat(question.accepts(new Answer.Number(100))).isTrue();
        assertThat(question.accepts(new Answer.Number(0.25))).isTrue();
        assertThat(question.accepts(new Answer.Number(100.001))).isFalse();
        assertThat(question.accepts(new Answer.Number(Double.NaN))).isFalse();
        assertThat(question.accepts(new Answer.Number(Double.POSITIVE_INFINITY)))
                .isFalse();
        var endless = new Question.Number(
                Examples.basics(1_000), 5, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1, null);
        assertThat(endless.accepts(new Answer.Number(Double.NEGATIVE_INFINITY))).isFalse();
    }

    @Test
    void anOrderNamesEveryItemOnce() {
        var question = Examples.order("one", "two", "three");
        assertThat(question.accepts(inOrder("i2", "i0", "i1"))).isTrue();
        assertThat(question.accepts(inOrder("i2", "i0"))).isFalse();
        assertThat(question.accepts(inOrder("i2", "i0", "i0"))).isFalse();
        assertThat(question.accepts(inOrder("i2", "i0", "i3"))).isFalse();
        assertThat(question.accepts(inOrder("i2", "i0", "i1", "i1"))).isFalse();
    }

    @Test
    void aSlideTakesNothingAndAWrongShapeFitsNowhere() {
        assertThat(Examples.slide().accepts(picks("r0"))).isFalse();
        assertThat(Examples.choice(1, 1).accepts(inOrder("r0"))).isFalse();
        assertThat(Examples.trueFalse(true).accepts(typed("yes"))).isFalse();
        assertThat(Examples.text("1").accepts(new Answer.Number(1))).isFalse();
        assertThat(Examples.number(1, 0).accepts(typed("1"))).isFalse();
        assertThat(Examples.order("a").accepts(picks("i0"))).isFalse();
        assertThat(Examples.poll().accepts(null)).isFalse();
        assertThat(Examples.choice(1, 1).accepts(null)).isFalse();
    }

    @Test
    void aQuestionCountsIfItHasAKeyAndPoints() {
        assertThat(Examples.choice(1, 1).scored()).isTrue();
        assertThat(Examples.worth(0).scored()).isFalse();
        assertThat(Examples.worth(0).graded()).isTrue();
        assertThat(new Question.Poll(Examples.basics(1_000), Examples.options(0, 2)).scored())
                .isFalse();
        assertThat(Examples.slide().answerable()).isFalse();
        assertThat(Examples.poll().answerable()).isTrue();
    }

    private static Answer typed(String text) {
        return new Answer.Text(text);
    }
}
