package dev.podium.game;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.game.Standings.Line;
import dev.podium.game.Standings.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds in all standings, whoever answers what. The score is checked against a count written another way. */
class StandingsLawsTest {
    private static final List<UUID> PLAYERS =
            IntStream.range(0, 8).mapToObj(i -> new UUID(0, i)).toList();

    /** A question with what each player's answer was worth; who is missing gave none. */
    record Round(Question question, boolean voided, Map<UUID, Result> results) {
        boolean counts() {
            return !voided && question.scored();
        }
    }

    @Property
    void aScoreIsTheSumOfPointsAndBonusesOverTheAnswers(
            @ForAll("rounds") List<Round> rounds, @ForAll("settings") Settings settings) {
        var lines = play(rounds, settings);
        assertThat(lines).hasSameSizeAs(PLAYERS);
        for (var line : lines) {
            var fractions = rounds.stream()
                    .filter(Round::counts)
                    .map(round -> round.results().getOrDefault(line.player(), new Result(0, 0)))
                    .toList();
            var points = fractions.stream().mapToInt(Result::points).sum();
            assertThat(line.score()).isEqualTo(points + bonuses(fractions, settings));
            assertThat(line.correct())
                    .isEqualTo(
                            fractions.stream().filter(it -> it.fraction() == 1).count());
        }
    }

    @Property
    void ranksAreATotalPreorderInWhichTiesLeaveOutPlaces(
            @ForAll("rounds") List<Round> rounds, @ForAll("settings") Settings settings) {
        var lines = play(rounds, settings);
        for (var line : lines) {
            var better =
                    lines.stream().filter(other -> other.score() > line.score()).count();
            assertThat(line.rank()).isEqualTo((int) better + 1);
        }
        assertThat(lines).isSortedAccordingTo((a, b) -> Integer.compare(a.rank(), b.rank()));
    }

    @Property
    void scoreIsThePreviousScorePlusDeltaAndMovesAreOfRanks(
            @ForAll("rounds") List<Round> rounds, @ForAll("settings") Settings settings) {
        var before = seats();
        for (var round : rounds) {
            var after = step(before, round, settings);
            var old = byPlayer(Standings.rank(before));
            for (var line : after) {
                var previous = old.get(line.player());
                assertThat(line.score()).isEqualTo(previous.score() + line.delta());
                assertThat(line.rank()).isEqualTo(previous.rank() - line.moved());
                assertThat(line.delta()).isNotNegative();
                if (!round.counts()) {
                    assertThat(line)
                            .extracting(Line::streak, Line::delta, Line::moved)
                            .containsExactly(previous.streak(), 0, 0);
                }
            }
            before = after;
        }
    }

    @Property
    void theOrderOfTheLinesDoesNotMatter(@ForAll("rounds") List<Round> rounds, @ForAll("settings") Settings settings) {
        var forward = seats();
        var backward = seats().reversed();
        for (var round : rounds) {
            forward = step(forward, round, settings);
            backward = step(backward, round, settings).reversed();
        }
        assertThat(byPlayer(forward)).isEqualTo(byPlayer(backward));
    }

    private static int bonuses(List<Result> results, Settings settings) {
        var sum = 0;
        var row = 0;
        for (var result : results) {
            row = result.fraction() == 1 ? row + 1 : 0;
            if (settings.streaks() && settings.scoring() == Scoring.SPEED) {
                sum += Math.clamp((row - 1) * 100, 0, 500);
            }
        }
        return sum;
    }

    private static List<Line> seats() {
        return PLAYERS.stream().map(Line::joined).toList();
    }

    private static List<Line> play(List<Round> rounds, Settings settings) {
        var lines = seats();
        for (var round : rounds) {
            lines = step(lines, round, settings);
        }
        return Standings.rank(lines);
    }

    private static List<Line> step(List<Line> lines, Round round, Settings settings) {
        return round.voided()
                ? Standings.untouched(lines)
                : Standings.after(lines, round.results(), round.question(), settings);
    }

    private static Map<UUID, Line> byPlayer(List<Line> lines) {
        var map = new HashMap<UUID, Line>();
        lines.forEach(line -> map.put(line.player(), line));
        return map;
    }

    @Provide
    Arbitrary<Settings> settings() {
        return Arbitraries.of(Examples.SPEED, Examples.ACCURACY, Examples.NO_STREAKS);
    }

    /** Few different points, so that ties are common. */
    @Provide
    Arbitrary<List<Round>> rounds() {
        var result = Arbitraries.of(new Result(1, 1_000), new Result(1, 900), new Result(0.5, 500), new Result(0, 0));
        var results = result.injectNull(0.3).list().ofSize(PLAYERS.size()).map(StandingsLawsTest::byPlace);
        var question = Arbitraries.of(Examples.worth(1_000), Examples.worth(1_000), Examples.worth(0), Examples.poll());
        var voided = Arbitraries.of(false, false, false, true);
        return Combinators.combine(question, voided, results)
                .as(Round::new)
                .list()
                .ofMaxSize(12);
    }

    private static Map<UUID, Result> byPlace(List<Result> results) {
        var map = new HashMap<UUID, Result>();
        for (var player : new ArrayList<>(PLAYERS)) {
            var result = results.get(PLAYERS.indexOf(player));
            if (result != null) {
                map.put(player, result);
            }
        }
        return map;
    }
}
