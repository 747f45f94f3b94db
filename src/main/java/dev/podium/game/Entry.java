package dev.podium.game;

/**
 * How one gets into a game.
 *
 * @param approval whether a new seat waits until a host lets it in
 * @param identify what players are asked for, so that hosts know who they are; null where nothing is asked
 */
public record Entry(boolean approval, Names names, Filter filter, String identify, Sides sides) {
    /** Whoever has the PIN is in, under any name. */
    public static final Entry OPEN = new Entry(false, Names.CHOSEN, Filter.OFF, null, Sides.CHOSEN);
}
