package dev.podium.game;

import java.util.List;
import java.util.UUID;

/** What somebody, or the clock, wants of a game. */
public sealed interface Command {

    /** The name on the wire; those of the server's own commands never travel. */
    default String name() {
        return switch (this) {
            case Advance _ -> "advance";
            case Onward _ -> "onward";
            case Close _ -> "close";
            case Pause _ -> "pause";
            case Continue _ -> "continue";
            case Extend _ -> "extend";
            case Skip _ -> "skip";
            case End _ -> "end";
            case Lock _ -> "lock";
            case Unlock _ -> "unlock";
            case Kick _ -> "kick";
            case Release _ -> "release";
            case Admit _ -> "admit";
            case AdmitAll _ -> "admit-all";
            case Extra _ -> "extra";
            case Draw _ -> "draw";
            case Hide _ -> "hide";
            case Unhide _ -> "unhide";
            case Regrade _ -> "regrade";
            case Ungrade _ -> "ungrade";
            case Restore _ -> "restore";
            case Back _ -> "back";
            case Append _ -> "append";
            case Tick _ -> "tick";
            case AllAnswered _ -> "all-answered";
            case HostsGone _ -> "hosts-gone";
            case Outage _ -> "outage";
        };
    }

    /** Whether the sender must know the game's {@code seq}, because the same words mean something else one step later. */
    default boolean checksSeq() {
        return switch (this) {
            case Advance _, Onward _, Close _, Pause _, Continue _, Extend _, Skip _, End _ -> true;
            case Lock _, Unlock _, Kick _, Release _, Admit _, AdmitAll _, Extra _, Draw _, Hide _, Unhide _ -> false;
            case Regrade _, Ungrade _, Restore _, Back _, Append _ -> false;
            case Tick _, AllAnswered _, HostsGone _, Outage _ -> false;
        };
    }

    /** On to the next phase. */
    record Advance() implements Command {}

    /** The same, but past the standings, where a question changed nothing of them. */
    record Onward() implements Command {}

    /** Close the question now; answers on their way are still waited for. */
    record Close() implements Command {}

    /** Stop the clock. */
    record Pause() implements Command {}

    /** Let the clock run on. */
    record Continue() implements Command {}

    /** Give the question more time: 1,000 to 300,000 ms. A break may also be shortened, and either by up to an hour. */
    record Extend(long ms) implements Command {}

    /** Void the question. */
    record Skip() implements Command {}

    /** End the game. */
    record End() implements Command {}

    /** Let nobody join any more. */
    record Lock() implements Command {}

    /** Let people join again. */
    record Unlock() implements Command {}

    /** Ban a seat. */
    record Kick(UUID player) implements Command {}

    /** Let a seat be taken by somebody else. */
    record Release(UUID player) implements Command {}

    /** Let in a seat that waits. */
    record Admit(UUID player) implements Command {}

    /** Let in all that wait. */
    record AdmitAll() implements Command {}

    /** Give a seat more time for each question: 0, 25, 50, 100 or 200 percent of its limit. */
    record Extra(UUID player, long percent) implements Command {}

    /** Deal the lobby into teams of equal size. */
    record Draw() implements Command {}

    /** Take a typed text off tallies, in all its spellings. */
    record Hide(long question, String text) implements Command {}

    /** Show it again. */
    record Unhide(long question, String text) implements Command {}

    /** What may be done when a game is over, too. */
    sealed interface Afterwards extends Command {}

    /**
     * Judge a question again, by another key.
     *
     * @param voids it does not count any more; then there is no key
     * @param correct the key in the place of the present one, or null
     * @param accept texts that are right as well
     */
    record Regrade(long question, boolean voids, Key correct, List<String> accept) implements Afterwards {
        public Regrade {
            accept = List.copyOf(accept);
        }
    }

    /** Judge a question as it was judged when it was played. */
    record Ungrade(long question) implements Afterwards {}

    /** Take back the skip that is shown, or the end of the game. */
    record Restore() implements Afterwards {}

    /**
     * Let another quiz follow on the last.
     *
     * @param round what it adds to the plan; null where there is no such quiz
     * @param questions frozen
     */
    record Append(Round round, List<Question> questions) implements Afterwards {
        public Append {
            questions = List.copyOf(questions);
        }
    }

    /** From the standings to the reveal before them. */
    record Back() implements Command {}

    /** The server's: do what is due by the clock. */
    record Tick() implements Command {}

    /** The server's: all who are present have answered the open question. */
    record AllAnswered() implements Command {}

    /** The server's: no host has been there for too long. */
    record HostsGone() implements Command {}

    /** The server's: no instance was alive for {@code gapMs}. */
    record Outage(long gapMs) implements Command {}
}
