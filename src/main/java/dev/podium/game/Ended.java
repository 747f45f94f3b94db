package dev.podium.game;

/**
 * What a game was when it ended, so that the end can be taken back.
 *
 * @param closesAt as the open question had it; null where it had none
 * @param stoppedAt when the clock stopped: at the end, or at the pause before
 */
public record Ended(Phase phase, Long closesAt, long stoppedAt) {
    /** Whether the last question was shown with its results. */
    boolean revealed() {
        return phase == Phase.REVEAL || phase == Phase.STANDINGS || phase == Phase.BREAK;
    }
}
