package dev.podium.game;

/**
 * What every question has.
 *
 * @param media nullable
 * @param timeLimitMs how long it is open, 0 for no limit; unused by a slide
 * @param points what a right answer earns at most; 0: it does not count
 * @param explanation shown at the reveal; nullable
 * @param notes what its author wants to say or do then: for those who steer alone; nullable
 * @param markdown whether text, explanation, choices and items are Markdown with TeX, which pages read; nothing here does
 */
public record QuestionBasics(
        String text, Media media, long timeLimitMs, int points, String explanation, String notes, boolean markdown) {

    /** As {@code format} where texts are Markdown. */
    public static final String MARKDOWN = "markdown";

    /** Plain. */
    public QuestionBasics(String text, Media media, long timeLimitMs, int points, String explanation, String notes) {
        this(text, media, timeLimitMs, points, explanation, notes, false);
    }

    /** Plain, without notes. */
    public QuestionBasics(String text, Media media, long timeLimitMs, int points, String explanation) {
        this(text, media, timeLimitMs, points, explanation, null);
    }

    /** Nullable: plain. */
    public String format() {
        return markdown ? MARKDOWN : null;
    }

    QuestionBasics withTimeLimitMs(long limit) {
        return new QuestionBasics(text, media, limit, points, explanation, notes, markdown);
    }
}
