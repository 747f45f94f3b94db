package dev.podium.game;

import java.util.List;

/** What is right about a question, in the shape of its reveal; or, said again afterwards, that it does not count. */
public sealed interface Key {
    /** Ids of the right choices, ids of all items in their order, or the accepted texts. */
    record Listed(List<String> values) implements Key {
        public Listed {
            values = List.copyOf(values);
        }
    }

    /** @param tolerance how far from {@code value} is still right, inclusive */
    record Near(double value, double tolerance) implements Key {}

    /** A place in the question's picture. */
    record Within(Region region) implements Key {}

    /** The question does not count. */
    record Void() implements Key {}
}
