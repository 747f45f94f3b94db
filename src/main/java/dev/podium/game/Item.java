package dev.podium.game;

/**
 * One thing to put in order.
 *
 * @param id {@code ""} until the plan is frozen
 */
public record Item(String id, String text) {
    Item withId(String drawn) {
        return new Item(drawn, text);
    }
}
