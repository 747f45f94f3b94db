package dev.podium.game;

/**
 * A picture, a sound or a film beside a text.
 *
 * @param kind {@code "image"}, {@code "audio"} or {@code "video"}
 * @param alt what it shows, in words; nullable
 */
public record Media(String url, String kind, String alt) {}
