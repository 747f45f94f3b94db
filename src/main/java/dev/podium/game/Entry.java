package dev.podium.game;

/**
 * How one gets into a game.
 *
 * @param approval whether a new seat waits until a host lets it in
 */
public record Entry(boolean approval, Names names, Filter filter) {
    /** Whoever has the PIN is in, under any name. */
    public static final Entry OPEN = new Entry(false, Names.CHOSEN, Filter.OFF);
}
