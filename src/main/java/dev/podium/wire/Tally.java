package dev.podium.wire;

import java.util.List;

/** How a question was answered by all, for hosts and screens: from the reveal on, and of unscored kinds while they are open. */
public sealed interface Tally {
    /** How often each choice was picked, or each item stood in its right place. */
    record Picks(List<Pick> picks) implements Tally {}

    /** What was typed, most frequent first; the first {@value #MAX_TEXTS} are sent. */
    record Texts(List<Typed> texts) implements Tally {}

    /** How often a number fell into each range, lowest first; at most {@value #MAX_BINS}. */
    record Histogram(List<Bin> bins) implements Tally {}

    /** Where a picture was pointed at; at most {@value #MAX_CELLS}, of a grid. */
    record Heat(List<Cell> cells) implements Tally {}

    /** One choice or item. */
    record Pick(String id, long count) {}

    /** One text. */
    record Typed(String text, long count) {}

    /** The numbers from {@code from} on, below {@code to}; the last range includes its end. */
    record Bin(double from, double to, long count) {}

    /** The points in one cell of the grid, by its middle: 0 to 1 of the picture's width and height. */
    record Cell(double x, double y, long count) {}

    /** More rows than a screen can show. */
    int MAX_TEXTS = 20;

    /** More bars than a screen can show. */
    int MAX_BINS = 20;

    /** A picture's width, and its height, in cells. */
    int GRID = 20;

    /** Finer than a finger on a picture. */
    int MAX_CELLS = GRID * GRID;
}
