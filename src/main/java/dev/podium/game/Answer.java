package dev.podium.game;

import java.util.List;

/** What a player answered. Whether it fits the question is said by {@link Question#accepts}. */
public sealed interface Answer {

    /** To {@code choice}, {@code true-false} and {@code poll}. */
    record Choices(List<String> ids) implements Answer {
        public Choices {
            ids = List.copyOf(ids);
        }
    }

    /** To {@code text} and {@code word-cloud}. */
    record Text(String text) implements Answer {}

    /** To {@code number} and {@code scale}. */
    record Number(double value) implements Answer {}

    /** To {@code point}: 0 to 1 of the picture's width and height, from its upper left corner. */
    record Point(double x, double y) implements Answer {}

    /** To {@code order}: every id, first to last. */
    record Order(List<String> ids) implements Answer {
        public Order {
            ids = List.copyOf(ids);
        }
    }
}
