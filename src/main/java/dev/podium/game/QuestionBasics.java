package dev.podium.game;

/**
 * What every question has.
 *
 * @param media nullable
 * @param timeLimitMs how long it is open, 0 for no limit; unused by a slide
 * @param points what a right answer earns at most; 0: it does not count
 * @param explanation shown at the reveal; nullable
 * @param notes what its author wants to say or do then: for those who steer alone; nullable
 */
public record QuestionBasics(String text, Media media, long timeLimitMs, int points, String explanation, String notes) {

    /** Without notes. */
    public QuestionBasics(String text, Media media, long timeLimitMs, int points, String explanation) {
        this(text, media, timeLimitMs, points, explanation, null);
    }

    QuestionBasics withTimeLimitMs(long limit) {
        return new QuestionBasics(text, media, limit, points, explanation, notes);
    }
}
