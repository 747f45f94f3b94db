package dev.podium.game;

/**
 * How an evening runs from phase to phase and from round to round.
 *
 * @param carry whether scores are carried from round to round; else each begins at 0, and places count
 * @param breakMs how long a break between two rounds is announced to take; null: no clock
 * @param pace of a game that moves by itself
 */
public record Course(boolean carry, Long breakMs, Pace pace) {
    public static final Course DEFAULT = new Course(true, null, Pace.DEFAULT);

    /** How long slides, reveals and standings stay, in milliseconds. */
    public record Pace(long slideMs, long revealMs, long standingsMs) {
        /** Long enough to read aloud. */
        public static final Pace DEFAULT = new Pace(8_000, 8_000, 8_000);
    }

    /** With breaks that take so long. */
    public Course with(Long otherBreakMs) {
        return new Course(carry, otherBreakMs, pace);
    }
}
