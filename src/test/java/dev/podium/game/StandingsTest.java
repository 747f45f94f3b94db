package dev.podium.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.podium.game.Standings.Line;
import dev.podium.game.Standings.Result;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingsTest {
    private static final UUID ADA = new UUID(0, 1);
    private static final UUID BOB = new UUID(0, 2);
    private static final UUID CYD = new UUID(0, 3);
    private static final UUID DAN = new UUID(0, 4);
    private static final Question QUESTION = Examples.worth(1_000);

    @Test
    void tiesShareARankAndTheNextIsLeftOut() {
        var ranked = Standings.rank(List.of(line(ADA, 10), line(BOB, 30), line(CYD, 20), line(DAN, 20)));
        assertThat(ranked)
                .extracting(Line::player, Line::rank)
                .containsExactly(tuple(BOB, 1), tuple(CYD, 2), tuple(DAN, 2), tuple(ADA, 4));
    }

    @Test
    void anAnswerAddsItsPointsAndItsStreak() {
        var before = List.of(new Line(ADA, 900, 1, 1, 1, 900, 0), new Line(BOB, 800, 3, 4, 2, 0, 0));
        var results = Map.of(ADA, new Result(1, 700), BOB, new Result(1, 750));
        assertThat(Standings.after(before, results, QUESTION, Examples.SPEED))
                .containsExactly(new Line(BOB, 1_850, 4, 5, 1, 1_050, 1), new Line(ADA, 1_700, 2, 2, 2, 800, -1));
    }

    @Test
    void aHalfRightAnswerEarnsItsPointsAndEndsTheStreak() {
        var after = Standings.after(
                List.of(new Line(ADA, 900, 4, 4, 1, 0, 0)),
                Map.of(ADA, new Result(0.5, 450)),
                QUESTION,
                Examples.SPEED);
        assertThat(after).containsExactly(new Line(ADA, 1_350, 0, 4, 1, 450, 0));
    }

    @Test
    void noAnswerIsNoPointsAndNoStreak() {
        var after = Standings.after(List.of(new Line(ADA, 900, 4, 4, 1, 300, 2)), Map.of(), QUESTION, Examples.SPEED);
        assertThat(after).containsExactly(new Line(ADA, 900, 0, 4, 1, 0, 0));
    }

    @Test
    void whatDoesNotCountLeavesScoreAndStreak() {
        var before = List.of(new Line(ADA, 900, 4, 4, 1, 300, 2));
        var left = new Line(ADA, 900, 4, 4, 1, 0, 0);
        assertThat(Standings.untouched(before)).containsExactly(left);
        assertThat(Standings.after(before, Map.of(ADA, new Result(1, 0)), Examples.worth(0), Examples.SPEED))
                .containsExactly(left);
        assertThat(Standings.after(before, Map.of(), Examples.poll(), Examples.SPEED))
                .containsExactly(left);
    }

    @Test
    void aStreakIsCountedButPaysNothingWhereItIsOff() {
        var before = List.of(new Line(ADA, 900, 4, 4, 1, 0, 0));
        var results = Map.of(ADA, new Result(1, 500));
        assertThat(Standings.after(before, results, QUESTION, Examples.ACCURACY).getFirst())
                .extracting(Line::score, Line::streak)
                .containsExactly(1_400, 5);
        assertThat(Standings.after(before, results, QUESTION, Examples.NO_STREAKS)
                        .getFirst()
                        .delta())
                .isEqualTo(500);
    }

    @Test
    void aLateJoinerStartsLastAndGainsPlaces() {
        var before = List.of(line(ADA, 900), line(BOB, 800), Line.joined(CYD));
        var after = Standings.after(before, Map.of(CYD, new Result(1, 850)), QUESTION, Examples.SPEED);
        assertThat(after)
                .extracting(Line::player, Line::rank, Line::moved)
                .containsExactly(tuple(ADA, 1, 0), tuple(CYD, 2, 1), tuple(BOB, 3, -1));
    }

    @Test
    void anAnswerOfNobodyIsLeftOut() {
        assertThat(Standings.after(List.of(line(ADA, 0)), Map.of(BOB, new Result(1, 9)), QUESTION, Examples.SPEED))
                .extracting(Line::player)
                .containsExactly(ADA);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "2,100", "3,200", "4,300", "5,400", "6,500", "7,500", "1000000,500"})
    void aStreakEarnsAHundredMoreEachTimeUpToFiveHundred(int streak, int bonus) {
        assertThat(Standings.bonus(streak, Examples.SPEED)).isEqualTo(bonus);
        assertThat(Standings.bonus(streak, Examples.NO_STREAKS)).isZero();
        assertThat(Standings.bonus(streak, Examples.ACCURACY)).isZero();
    }

    private static Line line(UUID player, int score) {
        return new Line(player, score, 0, 0, 1, 0, 0);
    }
}
