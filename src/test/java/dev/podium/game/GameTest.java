package dev.podium.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GameTest {
    private static final Plan PLAN = Examples.plan(Settings.DEFAULT, Examples.choice(1, 3), Examples.text("Rome"));
    private static final Plan AUTOMATIC = Examples.plan(Examples.AUTOMATIC, Examples.slide(), Examples.choice(1, 3));

    /** Advanced at 1,000, opened at 4,000, closes at 24,000. */
    private static final Game READY = Examples.play(PLAN, Game.opened(0), 1_000, new Command.Advance());

    private static final Game OPEN = Examples.play(PLAN, READY, 4_000, new Command.Tick());

    @Test
    void aNewGameIsALobbyWithoutAQuestion() {
        assertThat(Game.opened(7))
                .extracting(Game::seq, Game::phase, Game::question, Game::since)
                .containsExactly(0L, Phase.LOBBY, -1, 7L);
    }

    @Test
    void aQuestionOpensOnTimeAndNotBefore() {
        assertThat(READY.dueAt(PLAN)).hasValue(4_000);
        assertThat(refusal(READY, new Command.Tick(), 3_999)).isEqualTo("early");
        assertThat(OPEN.opensAt()).isEqualTo(4_000);
        assertThat(OPEN.closesAt()).isEqualTo(24_000);
    }

    @Test
    void aQuestionWithoutALimitIsOpenUntilSomebodyClosesIt() {
        var plan = Examples.plan(Settings.DEFAULT, Examples.unlimited());
        var open = Examples.play(plan, Game.opened(0), 1_000, new Command.Advance(), 4_000, new Command.Tick());
        assertThat(open.closesAt()).isNull();
        assertThat(open.dueAt(plan)).isEmpty();
        assertThat(Rules.decide(open, plan, new Command.Extend(5_000), 9_000))
                .isEqualTo(new Decision.Refused(Decision.Refused.PHASE));

        var closing = Examples.play(plan, open, 90_000, new Command.Close());
        assertThat(closing.closesAt()).isEqualTo(90_000);
        assertThat(closing.dueAt(plan)).hasValue(90_750);
        assertThat(Examples.play(plan, closing, 90_750, new Command.Tick()).phase())
                .isEqualTo(Phase.REVEAL);
        assertThat(Examples.play(plan, open, 90_000, new Command.AllAnswered()).phase())
                .isEqualTo(Phase.REVEAL);
        assertThat(Examples.play(plan, open, 90_000, new Command.Advance()).closesAt())
                .isEqualTo(90_000);
        var paused = Examples.play(plan, open, 9_000, new Command.Pause());
        assertThat(paused.remainingMs()).isEmpty();
        assertThat(Examples.play(plan, paused, 19_000, new Command.Continue()).opensAt())
                .isEqualTo(14_000);
    }

    @Test
    void aQuestionThatOutlastsItsTimeForSomebodyIsClosedPausedAndExtendedForAllAlike() {
        assertThat(OPEN.lasting(10_000).closesAt()).isEqualTo(34_000);
        assertThat(OPEN.outlasts(24_749)).isFalse();
        assertThat(OPEN.outlasts(24_750)).isTrue();
        assertThat(refusal(OPEN, new Command.Close(), 24_749)).isEqualTo("phase");

        var closed = Examples.play(PLAN, OPEN, 30_000, new Command.Close());
        assertThat(closed.closesAt()).as("nobody else gets more").isEqualTo(24_000);
        assertThat(closed.lasting(10_000).closesAt()).isEqualTo(30_000);
        assertThat(closed.dueAt(PLAN)).hasValue(30_750);
        var early = Examples.play(PLAN, OPEN, 10_000, new Command.Close());
        assertThat(early.lasting(10_000).closesAt()).isEqualTo(10_000);

        var paused = Examples.play(PLAN, OPEN, 30_000, new Command.Pause());
        assertThat(paused.remainingMs()).hasValue(0);
        assertThat(paused.lasting(10_000).remainingMs()).hasValue(4_000);
        var on = Examples.play(PLAN, paused, 90_000, new Command.Continue());
        assertThat(on.lasting(10_000).closesAt()).isEqualTo(94_000);
        assertThat(on.overForMost(90_000)).isTrue();
        var extended = Examples.play(PLAN, OPEN, 30_000, new Command.Extend(20_000));
        assertThat(extended.closesAt()).isEqualTo(44_000);
        assertThat(extended.lasting(10_000).closesAt()).isEqualTo(54_000);
    }

    @Test
    void aTypedTextIsHiddenFoldedOnceItsQuestionWasAsked() {
        var plan = Examples.plan(Settings.DEFAULT, Examples.wordCloud(), Examples.text("Rome"), Examples.choice(1, 1));
        var ready = Examples.play(plan, Game.opened(0), 1_000, new Command.Advance());
        assertThat(Rules.decide(ready, plan, new Command.Hide(0, " MUD "), 2_000))
                .isInstanceOfSatisfying(Decision.Accepted.class, accepted -> {
                    assertThat(accepted.event()).isEqualTo(new Event.Hidden(0, "mud"));
                    assertThat(accepted.game().seq()).isEqualTo(ready.seq() + 1);
                    assertThat(accepted.game().since()).isEqualTo(ready.since());
                });
        var invalid = new Decision.Refused(Decision.Refused.INVALID);
        for (var question : new long[] {-1, 1, 2, 3, Long.MAX_VALUE, 1L << 32}) {
            assertThat(Rules.decide(ready, plan, new Command.Hide(question, "mud"), 2_000))
                    .isEqualTo(invalid);
        }
        assertThat(Rules.decide(ready, plan, new Command.Unhide(0, "far too long a word"), 2_000))
                .isEqualTo(invalid);
    }

    @Test
    void theCountdownMayBeAsLongAsReading() {
        var settings = new Settings(
                Scoring.SPEED, true, true, Settings.READING_TIME, true, List.of(), false, false, Settings.MAX_PLAYERS);
        var plan = Examples.plan(settings, asks("word ".repeat(20)));
        var ready = Examples.play(plan, Game.opened(0), 1_000, new Command.Advance());
        assertThat(ready.opensAt()).isEqualTo(8_000);
    }

    private static Question asks(String text) {
        return new Question.Slide(new QuestionBasics(text, null, 20_000, 0, null));
    }

    @Test
    void anOpeningSeenALittleLateStillCountsFromItsTime() {
        assertThat(Examples.play(PLAN, READY, 5_000, new Command.Tick()).opensAt())
                .isEqualTo(4_000);
    }

    @Test
    void anOpeningMissedByMoreThanASecondIsMadeUpFor() {
        var late = Examples.play(PLAN, READY, 5_001, new Command.Tick());
        assertThat(late.opensAt()).isEqualTo(5_001);
        assertThat(late.closesAt()).isEqualTo(25_001);
    }

    @Test
    void aQuestionClosesWhenTheLastAnswersHadTimeToArrive() {
        assertThat(OPEN.dueAt(PLAN)).hasValue(24_750);
        assertThat(refusal(OPEN, new Command.Tick(), 24_749)).isEqualTo("early");
        assertThat(Examples.play(PLAN, OPEN, 24_750, new Command.Tick()).phase())
                .isEqualTo(Phase.REVEAL);
    }

    @Test
    void theHostsCloseStopsTapsNowAndWaitsForTheLastAnswers() {
        var closing = Examples.play(PLAN, OPEN, 10_000, new Command.Close());
        assertThat(closing.phase()).isEqualTo(Phase.QUESTION);
        assertThat(closing.closesAt()).isEqualTo(10_000);
        assertThat(closing.dueAt(PLAN)).hasValue(10_750);
        assertThat(refusal(closing, new Command.Close(), 10_100)).isEqualTo("phase");
    }

    @Test
    void advanceInAQuestionClosesItInTheSameWay() {
        assertThat(Examples.play(PLAN, OPEN, 10_000, new Command.Advance()))
                .isEqualTo(Examples.play(PLAN, OPEN, 10_000, new Command.Close()));
    }

    @Test
    void aQuestionThatAllHaveAnsweredClosesAtOnce() {
        var revealed = Examples.play(PLAN, OPEN, 9_000, new Command.AllAnswered());
        assertThat(revealed.phase()).isEqualTo(Phase.REVEAL);
        assertThat(revealed.closesAt()).isEqualTo(9_000);
        assertThat(revealed.voided()).isEmpty();
    }

    @Test
    void aSkippedQuestionIsVoidAndRevealedAtOnce() {
        assertThat(Examples.play(PLAN, OPEN, 9_000, new Command.Skip()))
                .extracting(Game::phase, Game::voided)
                .containsExactly(Phase.REVEAL, Set.of(0));
        assertThat(Examples.play(PLAN, READY, 2_000, new Command.Skip()).voided())
                .containsExactly(0);
    }

    @Test
    void skippingAPausedQuestionEndsThePause() {
        var skipped = Examples.play(PLAN, OPEN, 6_000, new Command.Pause(), 9_000, new Command.Skip());
        assertThat(skipped.paused()).isFalse();
        assertThat(skipped.phase()).isEqualTo(Phase.REVEAL);
    }

    @Test
    void aPauseInACountdownKeepsWhatIsLeftOfIt() {
        var paused = Examples.play(PLAN, READY, 3_000, new Command.Pause());
        assertThat(paused.remainingMs()).hasValue(1_000);
        assertThat(paused.dueAt(PLAN)).isEmpty();
        var on = Examples.play(PLAN, paused, 60_000, new Command.Continue());
        assertThat(on.opensAt()).isEqualTo(61_000);
        assertThat(on.paused()).isFalse();
    }

    @Test
    void aPauseInAQuestionMovesBothItsTimes() {
        var paused = Examples.play(PLAN, OPEN, 14_000, new Command.Pause());
        assertThat(paused.remainingMs()).hasValue(10_000);
        assertThat(paused.dueAt(PLAN)).isEmpty();
        var on = Examples.play(PLAN, paused, 20_000, new Command.Continue());
        assertThat(on.opensAt()).isEqualTo(10_000);
        assertThat(on.closesAt()).isEqualTo(30_000);
        assertThat(on.remainingMs()).isEmpty();
    }

    @Test
    void aClockThatRanBackTakesNoTimeFromAPausedQuestion() {
        var on = Examples.play(PLAN, OPEN, 14_000, new Command.Pause(), 13_000, new Command.Continue());
        assertThat(on.opensAt()).isEqualTo(4_000);
        assertThat(on.closesAt()).isEqualTo(24_000);
    }

    @Test
    void moreTimeMovesOnlyTheClose() {
        var longer = Examples.play(PLAN, OPEN, 10_000, new Command.Extend(300_000));
        assertThat(longer.opensAt()).isEqualTo(4_000);
        assertThat(longer.closesAt()).isEqualTo(324_000);
        assertThat(Examples.play(PLAN, OPEN, 10_000, new Command.Extend(1_000)).closesAt())
                .isEqualTo(25_000);
    }

    @Test
    void moreTimeInAPauseIsThereAfterIt() {
        var longer = Examples.play(PLAN, OPEN, 14_000, new Command.Pause(), 15_000, new Command.Extend(5_000));
        assertThat(longer.remainingMs()).hasValue(15_000);
    }

    @Test
    void aLockedGameIsLockedInEveryPhaseUntilItIsUnlocked() {
        var locked = Examples.play(PLAN, Game.opened(0), 500, new Command.Lock(), 1_000, new Command.Advance());
        assertThat(locked.locked()).isTrue();
        assertThat(refusal(locked, new Command.Lock(), 1_500)).isEqualTo("phase");
        assertThat(Examples.play(PLAN, locked, 2_000, new Command.Unlock()).locked())
                .isFalse();
    }

    @Test
    void kickingAndReleasingChangeNothingButTheSeq() {
        var ada = new UUID(0, 1);
        var kicked = Examples.play(PLAN, OPEN, 9_000, new Command.Kick(ada), 9_500, new Command.Release(ada));
        assertThat(kicked).usingRecursiveComparison().ignoringFields("seq").isEqualTo(OPEN);
        assertThat(kicked.seq()).isEqualTo(OPEN.seq() + 2);
    }

    @Test
    void aSlideStaysUntilTheHostGoesOn() {
        var plan = Examples.plan(Settings.DEFAULT, Examples.slide(), Examples.choice(1, 3));
        var slide = Examples.play(plan, Game.opened(0), 1_000, new Command.Advance(), 4_000, new Command.Tick());
        assertThat(slide.closesAt()).isNull();
        assertThat(slide.dueAt(plan)).isEmpty();
        var next = Examples.play(plan, slide, 9_000, new Command.Advance());
        assertThat(next.phase()).isEqualTo(Phase.READY);
        assertThat(next.question()).isEqualTo(1);
        assertThat(next.closesAt()).isNull();
    }

    @Test
    void anAutomaticGameGoesOnByItselfFromSlideRevealAndStandingsEachAtItsPace() {
        var pace = new Course(true, null, new Course.Pace(2_000, 3_000, 5_000));
        var plan = Examples.plan(Examples.AUTOMATIC.with(pace), Examples.slide(), Examples.choice(1, 3));
        var slide = Examples.play(plan, Game.opened(0), 1_000, new Command.Advance(), 4_000, new Command.Tick());
        assertThat(slide.dueAt(plan)).hasValue(6_000);
        var ready = Examples.play(plan, slide, 6_000, new Command.Tick());
        assertThat(ready.dueAt(plan)).hasValue(9_000);
        var reveal = Examples.play(plan, ready, 9_000, new Command.Tick(), 14_000, new Command.AllAnswered());
        assertThat(reveal.dueAt(plan)).hasValue(17_000);
        var standings = Examples.play(plan, reveal, 17_000, new Command.Tick());
        assertThat(standings.phase()).isEqualTo(Phase.STANDINGS);
        assertThat(standings.dueAt(plan)).hasValue(22_000);
        var finished = Examples.play(plan, standings, 22_000, new Command.Tick());
        assertThat(finished.phase()).isEqualTo(Phase.FINISHED);
        assertThat(finished.dueAt(plan)).isEmpty();
    }

    @Test
    void afterWhatNobodyScoresInAnAutomaticGameGoesOnWithoutStandings() {
        var plan = Examples.plan(AUTOMATIC.settings(), Examples.poll(), Examples.choice(1, 3));
        var reveal = Examples.play(
                plan,
                Game.opened(0),
                1_000,
                new Command.Advance(),
                4_000,
                new Command.Tick(),
                9_000,
                new Command.AllAnswered());
        assertThat(reveal.phase()).isEqualTo(Phase.REVEAL);
        var next = Examples.play(plan, reveal, reveal.dueAt(plan).getAsLong(), new Command.Tick());
        assertThat(next.phase()).isEqualTo(Phase.READY);
        assertThat(next.question()).isEqualTo(1);
    }

    @Test
    void aPausedSlideHasNothingLeftAndNothingDue() {
        var slide = Examples.play(
                AUTOMATIC,
                Game.opened(0),
                1_000,
                new Command.Advance(),
                4_000,
                new Command.Tick(),
                5_000,
                new Command.Pause());
        assertThat(slide.remainingMs()).isEmpty();
        assertThat(slide.dueAt(AUTOMATIC)).isEmpty();
        assertThat(Examples.play(AUTOMATIC, slide, 9_000, new Command.Continue())
                        .dueAt(AUTOMATIC))
                .hasValue(16_000);
    }

    @Test
    void aGameWithAHostWaitsInLobbyRevealAndStandings() {
        var reveal = Examples.play(PLAN, OPEN, 9_000, new Command.AllAnswered());
        assertThat(Game.opened(0).dueAt(PLAN)).isEmpty();
        assertThat(reveal.dueAt(PLAN)).isEmpty();
        assertThat(Examples.play(PLAN, reveal, 10_000, new Command.Advance()).dueAt(PLAN))
                .isEqualTo(OptionalLong.empty());
    }

    @Test
    void anOutageIsAPause() {
        var shifted = Examples.play(PLAN, OPEN, 20_000, new Command.Outage(8_000));
        assertThat(shifted.opensAt()).isEqualTo(12_000);
        assertThat(shifted.closesAt()).isEqualTo(32_000);
        assertThat(Examples.play(PLAN, READY, 9_000, new Command.Outage(6_000)).opensAt())
                .isEqualTo(10_000);
    }

    @Test
    void afterAnOutageFiveSecondsAreLeftAtLeast() {
        var shifted = Examples.play(PLAN, OPEN, 30_000, new Command.Outage(4_000));
        assertThat(shifted.closesAt()).isEqualTo(35_000);
        assertThat(shifted.opensAt()).isEqualTo(8_000);
    }

    @Test
    void anOpenQuestionIsStillOpenAfterAnOutageLongerThanItself() {
        assertThat(Examples.play(PLAN, OPEN, 5_000, new Command.Outage(4_000)).opensAt())
                .isEqualTo(5_000);
    }

    @Test
    void endingAPausedGameEndsThePause() {
        assertThat(Examples.play(PLAN, OPEN, 9_000, new Command.Pause(), 9_500, new Command.End())
                        .paused())
                .isFalse();
    }

    @Test
    void onlyWhatHadOpenedCountsWhenAGameIsEndedEarly() {
        assertThat(counted(Game.opened(0), 500, new Command.End())).isZero();
        assertThat(counted(READY, 3_000, new Command.End())).isZero();
        assertThat(counted(OPEN, 9_000, new Command.End())).isEqualTo(1);
        assertThat(counted(OPEN, 9_000, new Command.Skip(), 9_500, new Command.End()))
                .isZero();
    }

    private static int counted(Game game, Object... story) {
        return Examples.play(PLAN, game, story).counted(PLAN);
    }

    @Test
    void theLastStandingsLeadToTheEnd() {
        var game = Examples.play(
                PLAN,
                OPEN,
                5_000,
                new Command.AllAnswered(),
                6_000,
                new Command.Advance(),
                7_000,
                new Command.Advance(),
                10_000,
                new Command.Tick(),
                11_000,
                new Command.Skip(),
                12_000,
                new Command.Advance(),
                13_000,
                new Command.Advance());
        assertThat(game.phase()).isEqualTo(Phase.FINISHED);
        assertThat(game.question()).isEqualTo(1);
        assertThat(game.voided()).containsExactly(1);
        assertThat(game.seq()).isEqualTo(9);
    }

    @Test
    void onlyTheHostsOwnStepsCheckTheSeq() {
        var checked = Arrays.stream(new Command[] {
                    new Command.Advance(),
                    new Command.Onward(),
                    new Command.Close(),
                    new Command.Pause(),
                    new Command.Continue(),
                    new Command.Extend(1_000),
                    new Command.Skip(),
                    new Command.End(),
                    new Command.Lock(),
                    new Command.Unlock(),
                    new Command.Kick(null),
                    new Command.Release(null),
                    new Command.Tick(),
                    new Command.AllAnswered(),
                    new Command.HostsGone(),
                    new Command.Outage(1)
                })
                .filter(Command::checksSeq)
                .map(Command::name);
        assertThat(checked).containsExactly("advance", "onward", "close", "pause", "continue", "extend", "skip", "end");
    }

    @Test
    void phasesAreFoundByTheirWireName() {
        assertThat(Phase.values())
                .allSatisfy(phase -> assertThat(Phase.of(phase.wireName())).isEqualTo(phase));
        assertThat(Scoring.of("accuracy")).contains(Scoring.ACCURACY);
        assertThat(Scoring.of("luck")).isEmpty();
    }

    private static String refusal(Game game, Command command, long now) {
        return ((Decision.Refused) Rules.decide(game, PLAN, command, now)).reason();
    }
}
