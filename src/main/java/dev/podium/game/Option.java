package dev.podium.game;

/**
 * One thing to pick.
 *
 * @param id {@code ""} until the plan is frozen
 * @param correct always false in a poll
 * @param media nullable
 */
public record Option(String id, String text, boolean correct, Media media) {
    Option withId(String drawn) {
        return new Option(drawn, text, correct, media);
    }
}
