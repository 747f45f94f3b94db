package dev.podium.library;

/** How well a colour stands out on another, as WCAG 2.2 measures it. Colours are {@code #rrggbb}. */
final class Contrast {
    /** What text needs. */
    static final double TEXT = 4.5;

    private Contrast() {}

    /** From 1, no difference, to 21, black on white. */
    static double of(String colour, String ground) {
        double a = luminance(colour);
        double b = luminance(ground);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int at) {
        double part = Integer.parseInt(colour, at, at + 2, 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
