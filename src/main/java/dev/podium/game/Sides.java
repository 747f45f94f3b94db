package dev.podium.game;

/**
 * How teams come together.
 *
 * @param size how many a team has at most; 0 for as many as there are
 * @param dealt whether the server deals players into teams, so that they are of equal size; else each chooses one
 */
public record Sides(int size, boolean dealt) {
    /** Everybody chooses, and no team is full. */
    public static final Sides CHOSEN = new Sides(0, false);
}
