package dev.podium.game;

import java.util.UUID;

/** What happened to a game: one entry of its log. */
public sealed interface Event {

    /** The name in the log. */
    default String type() {
        return switch (this) {
            case Readied _ -> "readied";
            case Opened _ -> "opened";
            case Closing _ -> "closing";
            case Closed _ -> "closed";
            case Skipped _ -> "skipped";
            case Ranked _ -> "ranked";
            case Finished _ -> "finished";
            case Paused _ -> "paused";
            case Continued _ -> "continued";
            case Extended _ -> "extended";
            case Locked _ -> "locked";
            case Unlocked _ -> "unlocked";
            case Kicked _ -> "kicked";
            case Released _ -> "released";
            case Admitted _ -> "admitted";
            case AdmittedAll _ -> "admitted-all";
            case Granted _ -> "granted";
            case Drawn _ -> "drawn";
            case Shifted _ -> "shifted";
            case Hidden _ -> "hidden";
            case Unhidden _ -> "unhidden";
            case Regraded _ -> "regraded";
            case Ungraded _ -> "ungraded";
            case Restored _ -> "restored";
            case Returned _ -> "returned";
            case Recessed _ -> "recessed";
            case Retimed _ -> "retimed";
            case Resumed _ -> "resumed";
            case Appended _ -> "appended";
        };
    }

    /** A question is announced; its countdown runs. */
    record Readied(int question, long opensAt) implements Event {}

    /**
     * The question is open.
     *
     * @param closesAt null for a slide, and without a limit
     */
    record Opened(long opensAt, Long closesAt) implements Event {}

    /** The question closes sooner than planned, for those with more time as well. */
    record Closing(long closesAt) implements Event {}

    /** The question is closed and revealed. */
    record Closed() implements Event {}

    /** The question is void and revealed. */
    record Skipped() implements Event {}

    /** The standings are shown. */
    record Ranked() implements Event {}

    /** The game is over. */
    record Finished() implements Event {}

    /** The clock stands still. */
    record Paused() implements Event {}

    /** The clock runs on; both times have moved. */
    record Continued(long shiftMs) implements Event {}

    /** The question stays open longer. */
    record Extended(long ms) implements Event {}

    /** Nobody may join. */
    record Locked() implements Event {}

    /** People may join. */
    record Unlocked() implements Event {}

    /** A seat is banned. */
    record Kicked(UUID player) implements Event {}

    /** A seat is free for somebody else. */
    record Released(UUID player) implements Event {}

    /** A seat that waited is in. */
    record Admitted(UUID player) implements Event {}

    /** All that waited are in. */
    record AdmittedAll() implements Event {}

    /** A seat has so many percent more time for each question. */
    record Granted(UUID player, int percent) implements Event {}

    /** The lobby was dealt into teams. */
    record Drawn() implements Event {}

    /** A typed text, folded, is off the tallies of its question. */
    record Hidden(int question, String text) implements Event {}

    /** It is on them again. */
    record Unhidden(int question, String text) implements Event {}

    /** A question is judged by another key than the one it was played with. */
    record Regraded(int question, Key key) implements Event {}

    /** A question is judged as it was when it was played. */
    record Ungraded(int question) implements Event {}

    /** The skip that is shown, or the end of the game, is taken back. */
    record Restored() implements Event {}

    /** The reveal that the standings followed on is shown again. */
    record Returned() implements Event {}

    /**
     * A round is over; the next one is announced.
     *
     * @param until when the break is to end; null without a clock
     */
    record Recessed(Long until) implements Event {}

    /** The break is to end at another time. */
    record Retimed(long until) implements Event {}

    /** A game that moves by itself does so again, and leaves this phase then. */
    record Resumed(long until) implements Event {}

    /**
     * Another round follows on the last; after the end of the game by way of a break.
     *
     * @param before how many questions there were
     * @param until when that break is to end; null without a clock, and in a game that runs
     */
    record Appended(Round round, int before, Long until) implements Event {}

    /** An outage is made good: the times have moved, and the open question has some time left. */
    record Shifted(long gapMs) implements Event {}
}
