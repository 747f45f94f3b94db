package dev.podium.content;

/**
 * A file whose format is known.
 *
 * @param type its media type
 * @param bytes without metadata, and ending where the format says
 */
public record Recognised(String type, Kept bytes) {}
