package dev.podium.game;

/**
 * Where a picture shows what is asked for. Lengths are 0 to 1 of the picture's width and height, from its upper left corner.
 */
public sealed interface Region {
    /** The shape of a picture of unknown size. */
    double SQUARE = 1;

    /** Of a picture's width: smaller than any finger, and more than nothing. */
    double SMALLEST = 0.001;

    /** The name of the shape on the wire. */
    String shape();

    /**
     * Whether a point lies within, edges included.
     *
     * @param aspect the picture's height for a width of 1: a circle is one on the screen
     */
    boolean contains(double x, double y, double aspect);

    /** Whether it lies in the picture and is large enough to be hit. */
    boolean fits();

    /** @param r of the picture's width */
    record Circle(double x, double y, double r) implements Region {
        @Override
        public String shape() {
            return "circle";
        }

        @Override
        public boolean contains(double px, double py, double aspect) {
            return Math.hypot(px - x, (py - y) * aspect) <= r;
        }

        @Override
        public boolean fits() {
            return AnswerShape.share(x) && AnswerShape.share(y) && AnswerShape.within(r, SMALLEST, 1);
        }
    }

    /** From its upper left corner. */
    record Rectangle(double x, double y, double width, double height) implements Region {
        @Override
        public String shape() {
            return "rectangle";
        }

        @Override
        public boolean contains(double px, double py, double aspect) {
            return px >= x && px <= x + width && py >= y && py <= y + height;
        }

        /** Drawn by hand, its end may lie a rounding beyond the picture's. */
        @Override
        public boolean fits() {
            return AnswerShape.within(x, 0, 1)
                    && AnswerShape.within(y, 0, 1)
                    && AnswerShape.within(width, SMALLEST, 1 + SMALLEST - x)
                    && AnswerShape.within(height, SMALLEST, 1 + SMALLEST - y);
        }
    }
}
