package dev.podium.game;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.game.Decision.Accepted;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * What holds in every game: any quiz, any commands at any moments, the clock running back included. To add a law, write a
 * property over {@link #journey}, which tells each decision with the game before it.
 */
class GameLawsTest {
    private static final Map<Phase, Set<Phase>> EDGES = Map.of(
            Phase.LOBBY, EnumSet.of(Phase.READY, Phase.FINISHED),
            Phase.READY, EnumSet.of(Phase.QUESTION, Phase.REVEAL, Phase.FINISHED),
            Phase.QUESTION, EnumSet.of(Phase.REVEAL, Phase.READY, Phase.BREAK, Phase.FINISHED),
            Phase.REVEAL, EnumSet.of(Phase.STANDINGS, Phase.READY, Phase.BREAK, Phase.FINISHED),
            Phase.STANDINGS, EnumSet.of(Phase.READY, Phase.REVEAL, Phase.BREAK, Phase.FINISHED),
            Phase.BREAK, EnumSet.of(Phase.READY, Phase.FINISHED),
            Phase.FINISHED, EnumSet.complementOf(EnumSet.of(Phase.FINISHED)));

    private static final Command MORE =
            new Command.Append(new Round(null, "More", 2), List.of(Examples.slide(), Examples.choice(1, 3)));

    /** A command, and how long after the one before. */
    record Step(Command command, long afterMs) {}

    /** One decision. */
    record Leg(Plan known, Game before, Command command, long now, Decision decision) {
        /** The plan after it. */
        Plan plan() {
            return decision instanceof Accepted(Event.Appended _, Game _)
                            && command instanceof Command.Append(Round round, var questions)
                    ? known.append(round, questions)
                    : known;
        }

        Game after() {
            return decision instanceof Accepted accepted ? accepted.game() : before;
        }
    }

    @Property
    void seqGrowsByOneForEachAcceptedCommandAndForNothingElse(
            @ForAll("plans") Plan plan, @ForAll("steps") List<Step> steps) {
        var accepted = 0;
        for (var leg : journey(plan, steps)) {
            accepted += leg.decision() instanceof Accepted ? 1 : 0;
            assertThat(leg.after().seq()).isEqualTo(accepted);
        }
    }

    @Property
    void aGameIsTheFoldOfItsLog(@ForAll("plans") Plan plan, @ForAll("steps") List<Step> steps) {
        var folded = Game.opened(0);
        for (var leg : journey(plan, steps)) {
            if (leg.decision() instanceof Accepted(Event event, Game game)) {
                folded = folded.apply(event, leg.now());
                assertThat(folded).isEqualTo(game);
            }
        }
    }

    @Property
    void aCommandNeverChangesTheGameItIsGivenTo(@ForAll("plans") Plan plan, @ForAll("steps") List<Step> steps) {
        for (var leg : journey(plan, steps)) {
            var again = Rules.decide(leg.before(), leg.known(), leg.command(), leg.now());
            assertThat(again).isEqualTo(leg.decision());
        }
    }

    @Property
    void phasesMoveOnlyAlongTheirEdges(@ForAll("plans") Plan plan, @ForAll("steps") List<Step> steps) {
        for (var leg : journey(plan, steps)) {
            var before = leg.before().phase();
            var after = leg.after().phase();
            if (before != after) {
                Statistics.collect(before, after);
                assertThat(EDGES.get(before)).contains(after);
                assertThat(leg.after().since()).isEqualTo(leg.now());
            } else {
                assertThat(leg.after().since()).isEqualTo(leg.before().since());
            }
        }
    }

    @Property
    void timesAreInOrderAndThereWhenNeeded(@ForAll("plans") Plan plan, @ForAll("steps") List<Step> steps) {
        for (var leg : journey(plan, steps)) {
            var game = leg.after();
            if (game.closesAt() != null) {
                assertThat(game.opensAt()).isLessThanOrEqualTo(game.closesAt());
            }
            if (game.phase() == Phase.READY) {
                assertThat(game.opensAt()).isNotNull();
                assertThat(game.closesAt()).isNull();
            }
            if (game.phase() == Phase.QUESTION) {
                assertThat(game.opensAt()).isNotNull();
                var question = leg.plan().question(game.question());
                if (question.limited()) assertThat(game.closesAt()).isNotNull();
                if (!question.answerable()) assertThat(game.closesAt()).isNull();
            }
            assertThat(game.paused())
                    .isIn(false, asked(game.phase()) || leg.plan().settings().automatic());
            assertThat(game.until() == null || game.phase() != Phase.READY).isTrue();
        }
    }

    @Property
    void whoHasMoreTimeNeverHasLessThanOthersAndNoneOnceAHostHasClosed(
            @ForAll("plans") Plan plan, @ForAll("steps") List<Step> steps, @ForAll("waits") long extra) {
        for (var leg : journey(plan, steps)) {
            var game = leg.after();
            var seen = game.lasting(Math.max(0, extra));
            assertThat(seen.seq()).isEqualTo(game.seq());
            if (game.closesAt() == null || game.phase() != Phase.QUESTION) {
                assertThat(seen).isEqualTo(game);
                continue;
            }
            assertThat(seen.closesAt()).isGreaterThanOrEqualTo(game.closesAt());
            if (game.cutAt() == null) {
                assertThat(seen.closesAt()).isEqualTo(game.closesAt() + Math.max(0, extra));
            } else {
                assertThat(game.cutAt()).isGreaterThanOrEqualTo(game.closesAt());
                assertThat(seen.closesAt()).isLessThanOrEqualTo(game.cutAt());
                assertThat(game.outlasts(Long.MAX_VALUE / 4)).isFalse();
            }
        }
    }

    @Property
    void everyQuestionComesInItsTurnAndIsRevealedAtMostOnce(
            @ForAll("plans") Plan plan, @ForAll("steps") List<Step> steps) {
        var revealed = new HashSet<Integer>();
        for (var leg : journey(plan, steps)) {
            var moved = leg.after().question() - leg.before().question();
            boolean appended = leg.decision() instanceof Accepted(Event.Appended _, Game _);
            if (leg.before().phase() == Phase.FINISHED && appended) {
                assertThat(leg.after().question()).isEqualTo(leg.known().size() - 1);
            } else {
                assertThat(moved).isEqualTo(isReadied(leg) ? 1 : 0);
            }
            assertThat(leg.after().question()).isBetween(-1, leg.plan().size() - 1);
            if (asked(leg.before().phase()) && leg.after().phase() == Phase.REVEAL) {
                assertThat(revealed.add(leg.after().question())).isTrue();
                assertThat(leg.plan().question(leg.after().question()).answerable())
                        .isTrue();
            }
        }
    }

    @Property
    void noKeyThatWasShownIsEverAskedAgain(@ForAll("plans") Plan plan, @ForAll("steps") List<Step> steps) {
        var shown = new HashSet<Integer>();
        for (var leg : journey(plan, steps)) {
            var game = leg.after();
            for (var index = 0; index < leg.plan().size(); index++) {
                if (game.revealed(index)) shown.add(index);
            }
            assertThat(shown).allMatch(game::revealed);
            if (asked(game.phase())) assertThat(shown).doesNotContain(game.question());
        }
    }

    @Property
    void onlyWhatWasRevealedIsJudgedAgain(@ForAll("plans") Plan plan, @ForAll("steps") List<Step> steps) {
        for (var leg : journey(plan, steps)) {
            var game = leg.after();
            assertThat(game.judged().keySet())
                    .allMatch(game::revealed)
                    .allMatch(index -> leg.plan().question(index).graded());
            assertThat(game.judged(leg.plan()).questions())
                    .extracting(Question::kind)
                    .isEqualTo(
                            leg.plan().questions().stream().map(Question::kind).toList());
        }
    }

    @Property
    void judgingAgainAndUndoingItLeavesNothingBehind(
            @ForAll("plans") Plan plan, @ForAll("steps") List<Step> steps, @ForAll("regrades") Command.Regrade again) {
        for (var leg : journey(plan, steps)) {
            var game = leg.after();
            if (!(Rules.decide(game, leg.plan(), again, leg.now())
                            instanceof Accepted(Event.Regraded event, Game judged))
                    || game.judged().containsKey(event.question())) {
                continue;
            }
            assertThat(judged.since()).isEqualTo(game.since());
            assertThat(judged.phase()).isEqualTo(game.phase());
            assertThat(judged.voided()).isEqualTo(game.voided());
            var undo = new Command.Ungrade(event.question());
            var undone = ((Accepted) Rules.decide(judged, leg.plan(), undo, leg.now())).game();
            assertThat(withSeq(undone, game.seq())).isEqualTo(game);
            assertThat(undone.judged(leg.plan())).isEqualTo(game.judged(leg.plan()));
        }
    }

    @Property
    void aGameWhoseEndIsTakenBackIsWhatItWasButPaused(
            @ForAll("plans") Plan plan, @ForAll("steps") List<Step> steps, @ForAll("waits") long afterMs) {
        for (var leg : journey(plan, steps)) {
            var game = leg.after();
            if (!(Rules.decide(game, leg.plan(), new Command.End(), leg.now())
                    instanceof Accepted(Event _, Game ended))) {
                continue;
            }
            var later = leg.now() + afterMs;
            if (!(Rules.decide(ended, leg.plan(), new Command.Restore(), later)
                    instanceof Accepted(Event _, Game back))) {
                assertThat(afterMs).isGreaterThanOrEqualTo(Game.RESTORABLE_MS);
                continue;
            }
            assertThat(back)
                    .extracting(Game::phase, Game::question, Game::opensAt, Game::closesAt, Game::voided, Game::judged)
                    .containsExactly(
                            game.phase(),
                            game.question(),
                            game.opensAt(),
                            game.closesAt(),
                            game.voided(),
                            game.judged());
            assertThat(back.paused()).isEqualTo(asked(game.phase()));
            if (back.paused()) assertThat(back.pausedAt()).isEqualTo(game.paused() ? game.pausedAt() : leg.now());
        }
    }

    @Property
    void whatARoundLeftOutIsNeverAskedAndNeverCounts(@ForAll("plans") Plan plan, @ForAll("steps") List<Step> steps) {
        var left = new HashSet<Integer>();
        for (var leg : journey(plan, steps)) {
            var game = leg.after();
            assertThat(game.unasked()).containsAll(left).noneMatch(game::revealed);
            left.addAll(game.unasked());
            if (asked(game.phase())) assertThat(left).doesNotContain(game.question());
            assertThat(game.counting(leg.plan()).boxed().toList()).noneMatch(left::contains);
        }
    }

    @Property
    void aBreakComesBetweenTwoRoundsAndNowhereElse(@ForAll("plans") Plan plan, @ForAll("steps") List<Step> steps) {
        for (var leg : journey(plan, steps)) {
            // Of an empty quiz, which no host can launch, the first question is no beginning.
            if (!isReadied(leg) || leg.after().question() == 0) continue;
            var first = leg.after().question();
            var between = leg.plan().beginsRound(first);
            assertThat(leg.before().phase() == Phase.BREAK).isEqualTo(between);
        }
    }

    @Property
    void onlySkippedQuestionsAreVoid(@ForAll("plans") Plan plan, @ForAll("steps") List<Step> steps) {
        var skipped = new HashSet<Integer>();
        for (var leg : journey(plan, steps)) {
            if (leg.decision() instanceof Accepted(Event.Skipped _, Game game)) {
                skipped.add(game.question());
            }
            if (leg.decision() instanceof Accepted(Event.Restored _, Game game)
                    && leg.before().phase() == Phase.REVEAL) {
                skipped.remove(game.question());
            }
            assertThat(leg.after().voided()).isEqualTo(skipped);
        }
    }

    @Property
    void aTickIsTakenExactlyWhenSomethingIsDue(@ForAll("plans") Plan plan, @ForAll("steps") List<Step> steps) {
        for (var leg : journey(plan, steps)) {
            var game = leg.after();
            var due = game.dueAt(leg.plan());
            if (due.isEmpty()) {
                assertThat(Rules.decide(game, leg.plan(), new Command.Tick(), Long.MAX_VALUE / 4))
                        .isInstanceOf(Decision.Refused.class);
                continue;
            }
            assertThat(Rules.decide(game, leg.plan(), new Command.Tick(), due.getAsLong() - 1))
                    .isEqualTo(new Decision.Refused("early"));
            assertThat(Rules.decide(game, leg.plan(), new Command.Tick(), due.getAsLong()))
                    .isInstanceOf(Accepted.class);
        }
    }

    @Property
    void aPauseTakesNothingFromTheTimeLeft(
            @ForAll("plans") Plan plan, @ForAll("steps") List<Step> steps, @ForAll("waits") long pause) {
        for (var leg : journey(plan, steps)) {
            var game = leg.after();
            var now = leg.now();
            if (!(Rules.decide(game, leg.plan(), new Command.Pause(), now) instanceof Accepted(Event _, Game paused))
                    || pause < 0) {
                continue;
            }
            var on = ((Accepted) Rules.decide(paused, leg.plan(), new Command.Continue(), now + pause)).game();
            if (!asked(game.phase())) {
                assertThat(on.dueAt(leg.plan())).hasValue(game.dueAt(leg.plan()).getAsLong() + pause);
                continue;
            }
            assertThat(on.opensAt()).isEqualTo(game.opensAt() + pause);
            if (game.closesAt() != null) {
                assertThat(on.closesAt()).isEqualTo(game.closesAt() + pause);
                // In the time of those who have more, nothing is left for all others.
                assertThat(paused.remainingMs()).hasValue(Math.max(0, game.closesAt() - now));
            }
        }
    }

    @Property
    void anOpenQuestionHasTimeLeftAfterAnOutage(
            @ForAll("plans") Plan plan, @ForAll("steps") List<Step> steps, @ForAll("waits") long gap) {
        for (var leg : journey(plan, steps)) {
            if (Rules.decide(leg.after(), leg.plan(), new Command.Outage(gap), leg.now())
                            instanceof Accepted(Event _, Game shifted)
                    && shifted.closesAt() != null) {
                assertThat(shifted.closesAt()).isGreaterThanOrEqualTo(leg.now() + 5_000);
                assertThat(shifted.opensAt()).isGreaterThanOrEqualTo(leg.after().opensAt());
            }
        }
    }

    @Property
    void theClockAloneEndsEveryAutomaticGame(@ForAll("plans") Plan plan) {
        var automatic = Examples.plan(Examples.AUTOMATIC, plan.questions().toArray(Question[]::new));
        var game = Examples.play(automatic, Game.opened(0), 0, new Command.Advance());
        var phases = new ArrayList<Phase>();
        while (game.dueAt(automatic).isPresent()) {
            game = Examples.play(automatic, game, game.dueAt(automatic).getAsLong(), new Command.Tick());
            phases.add(game.phase());
        }
        assertThat(game.phase()).isEqualTo(Phase.FINISHED);
        var count = new HashMap<Phase, Integer>();
        phases.forEach(phase -> count.merge(phase, 1, Integer::sum));
        assertThat(count.getOrDefault(Phase.QUESTION, 0)).isEqualTo(plan.size());
    }

    /** Whether a question is announced or open in this phase. */
    private static boolean asked(Phase phase) {
        return phase == Phase.READY || phase == Phase.QUESTION;
    }

    private static Game withSeq(Game game, long seq) {
        return new Game(
                seq,
                game.phase(),
                game.question(),
                game.opensAt(),
                game.closesAt(),
                game.pausedAt(),
                game.locked(),
                game.voided(),
                game.since(),
                game.judged(),
                game.ended(),
                game.until(),
                game.unasked(),
                game.cutAt());
    }

    private static boolean isReadied(Leg leg) {
        return leg.decision() instanceof Accepted(Event.Readied _, Game _);
    }

    private static List<Leg> journey(Plan plan, List<Step> steps) {
        var legs = new ArrayList<Leg>();
        var game = Game.opened(0);
        var known = plan;
        var now = 0L;
        for (var step : steps) {
            now += step.afterMs();
            var leg = new Leg(known, game, step.command(), now, Rules.decide(game, known, step.command(), now));
            legs.add(leg);
            game = leg.after();
            known = leg.plan();
        }
        return legs;
    }

    @Provide
    Arbitrary<Plan> plans() {
        var question = Arbitraries.of(
                Examples.choice(1, 3),
                Examples.choice(2, 2),
                Examples.trueFalse(true),
                Examples.text("Rome"),
                Examples.number(3, 1),
                Examples.order("a", "b"),
                Examples.poll(),
                Examples.unlimited(),
                Examples.slide());
        return Combinators.combine(
                        question.list().ofMinSize(0).ofMaxSize(5),
                        Arbitraries.of(Examples.SPEED, Examples.AUTOMATIC, Examples.EVENING))
                .as((questions, settings) -> Examples.plan(settings, questions.toArray(Question[]::new)));
    }

    /** The steps that lead on are frequent, so that games get somewhere; those that end them are rare. */
    @Provide
    Arbitrary<List<Step>> steps() {
        var player = new UUID(0, 1);
        Arbitrary<Command> fixed = Arbitraries.frequency(
                Tuple.of(30, new Command.Advance()),
                Tuple.of(10, new Command.Onward()),
                Tuple.of(40, new Command.Tick()),
                Tuple.of(6, new Command.Close()),
                Tuple.of(5, new Command.Pause()),
                Tuple.of(10, new Command.Continue()),
                Tuple.of(5, new Command.AllAnswered()),
                Tuple.of(3, new Command.Skip()),
                Tuple.of(3, new Command.Lock()),
                Tuple.of(3, new Command.Unlock()),
                Tuple.of(2, new Command.Kick(player)),
                Tuple.of(2, new Command.Release(player)),
                Tuple.of(2, new Command.Admit(player)),
                Tuple.of(2, new Command.AdmitAll()),
                Tuple.of(2, new Command.Extra(player, 100)),
                Tuple.of(1, new Command.Kick(null)),
                Tuple.of(6, new Command.Back()),
                Tuple.of(4, MORE),
                Tuple.of(1, new Command.Append(null, List.of())),
                Tuple.of(4, new Command.Restore()),
                Tuple.of(1, new Command.HostsGone()),
                Tuple.of(1, new Command.End()));
        var command = Arbitraries.frequencyOf(
                Tuple.of(20, fixed),
                Tuple.of(4, regrades()),
                Tuple.of(2, Arbitraries.longs().between(-1, 5).map(Command.Ungrade::new)),
                Tuple.of(1, waits().map(Command.Extend::new)),
                Tuple.of(1, waits().map(Command.Outage::new)));
        return Combinators.combine(command, waits())
                .as(Step::new)
                .list()
                .ofMaxSize(80)
                .withoutEdgeCases();
    }

    /** Of any shape, for any question: each fits some. */
    @Provide
    Arbitrary<Command.Regrade> regrades() {
        var listed = Arbitraries.of("r0", "r1", "w0", "yes", "no", "i0", "i1", "Rome", "Paris")
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
        var key = Arbitraries.frequencyOf(
                Tuple.of(4, listed.map(Key.Listed::new)),
                Tuple.of(1, Arbitraries.of(new Key.Near(4, 2), new Key.Near(1_000, 0))),
                Tuple.of(1, Arbitraries.of(new Key.Within(new Region.Circle(0.5, 0.5, 0.1)))));
        var said = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(new Command.Regrade(0, true, null, List.of()))),
                Tuple.of(5, key.map(correct -> new Command.Regrade(0, false, correct, List.of()))),
                Tuple.of(2, listed.map(accept -> new Command.Regrade(0, false, null, accept))));
        return Combinators.combine(Arbitraries.longs().between(0, 4), said)
                .as((question, it) -> new Command.Regrade(question, it.voids(), it.correct(), it.accept()));
    }

    @Provide
    Arbitrary<Long> waits() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.longs().between(0, 2_000)),
                Tuple.of(3, Arbitraries.of(0L, 1L, 749L, 750L, 1_000L, 1_001L, 3_000L, 8_000L, 20_000L, 20_750L)),
                Tuple.of(2, Arbitraries.longs().between(0, 600_000)),
                Tuple.of(1, Arbitraries.of(3_599_999L, 3_600_000L)),
                Tuple.of(1, Arbitraries.longs().between(-30_000, -1)));
    }
}
