package dev.podium.game;

import java.util.List;

/**
 * How a game is played.
 *
 * @param partialCredit whether a half-right answer earns half
 * @param streaks whether right answers in a row earn a bonus (with {@link Scoring#SPEED} only)
 * @param countdownMs from {@code ready} to the opening
 * @param lateJoin whether seats may be taken after the lobby
 * @param teams empty: everybody plays alone
 * @param automatic whether slides, reveal and standings move on by themselves
 * @param shuffleChoices whether the choices are put in another order, the same for everybody
 */
public record Settings(
        Scoring scoring,
        boolean partialCredit,
        boolean streaks,
        long countdownMs,
        boolean lateJoin,
        List<Team> teams,
        boolean automatic,
        boolean shuffleChoices) {

    public static final Settings DEFAULT =
            new Settings(Scoring.SPEED, true, true, 3_000, true, List.of(), false, false);

    public Settings {
        teams = List.copyOf(teams);
    }
}
