package dev.podium.game;

/**
 * One thing to pick.
 *
 * @param id {@code ""} until the plan is frozen
 * @param text empty where a picture says it all
 * @param correct always false in a poll
 * @param media nullable
 */
public record Option(String id, String text, boolean correct, Media media) {
    /** What it says, or what its picture shows as far as anybody has said so. */
    public String words() {
        if (!text.isEmpty() || media == null) {
            return text;
        }
        return media.alt() == null ? media.url() : media.alt();
    }

    Option withCorrect(boolean right) {
        return new Option(id, text, right, media);
    }

    Option withId(String drawn) {
        return new Option(drawn, text, correct, media);
    }
}
