package dev.podium.game;

import java.util.List;

/**
 * How a game is played.
 *
 * @param partialCredit whether a half-right answer earns half
 * @param streaks whether right answers in a row earn a bonus (with {@link Scoring#SPEED} only)
 * @param countdownMs from {@code ready} to the opening, or {@link #READING_TIME}
 * @param lateJoin whether seats may be taken after the lobby
 * @param teams empty: everybody plays alone
 * @param automatic whether slides, reveal and standings move on by themselves
 * @param shuffleChoices whether the choices are put in another order, the same for everybody
 * @param maxPlayers how many seats there may be; removed ones do not count
 * @param phoneText whether phones show the texts of questions and choices, and not their shapes and places alone
 * @param facts whether screens tell two facts of the evening beside the podium
 */
public record Settings(
        Scoring scoring,
        boolean partialCredit,
        boolean streaks,
        long countdownMs,
        boolean lateJoin,
        List<Team> teams,
        boolean automatic,
        boolean shuffleChoices,
        int maxPlayers,
        boolean phoneText,
        Look look,
        Ranks ranks,
        boolean facts,
        Entry entry,
        Course course) {

    /** As {@code countdownMs}: as long as the question takes to read. */
    public static final long READING_TIME = -1;

    /** More than one instance is measured to carry, and what an unguarded game may grow to. */
    public static final int MAX_PLAYERS = 15_000;

    public static final Settings DEFAULT =
            new Settings(Scoring.SPEED, true, true, 3_000, true, List.of(), false, false, MAX_PLAYERS);

    public Settings {
        teams = List.copyOf(teams);
    }

    /** The same on another course. */
    public Settings with(Course other) {
        return new Settings(
                scoring,
                partialCredit,
                streaks,
                countdownMs,
                lateJoin,
                teams,
                automatic,
                shuffleChoices,
                maxPlayers,
                phoneText,
                look,
                ranks,
                facts,
                entry,
                other);
    }

    /** With texts on phones, in the usual look, open to whoever has the PIN. */
    public Settings(
            Scoring scoring,
            boolean partialCredit,
            boolean streaks,
            long countdownMs,
            boolean lateJoin,
            List<Team> teams,
            boolean automatic,
            boolean shuffleChoices,
            int maxPlayers) {
        this(
                scoring,
                partialCredit,
                streaks,
                countdownMs,
                lateJoin,
                teams,
                automatic,
                shuffleChoices,
                maxPlayers,
                true,
                Look.DEFAULT,
                Ranks.SHOWN,
                true,
                Entry.OPEN,
                Course.DEFAULT);
    }
}
