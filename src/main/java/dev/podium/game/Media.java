package dev.podium.game;

/**
 * A picture, a sound or a film beside a text.
 *
 * @param kind {@code "image"}, {@code "audio"} or {@code "video"}
 * @param alt what it shows, in words; nullable
 * @param size nullable, where it is not known
 * @param phone a small picture of the same; nullable
 */
public record Media(String url, String kind, String alt, Size size, Rendition phone) {
    /** In pixels, each above 0. */
    public record Size(int width, int height) {}

    /** What is shown where there is less room, and a slower line. */
    public record Rendition(String url, Size size) {}

    public Media(String url, String kind, String alt) {
        this(url, kind, alt, null, null);
    }

    /** Its height for a width of 1; of unknown size it counts as square. */
    double aspect() {
        return size == null ? Region.SQUARE : (double) size.height() / size.width();
    }
}
