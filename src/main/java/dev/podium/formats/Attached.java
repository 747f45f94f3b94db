package dev.podium.formats;

/**
 * A picture of the library, for a file that holds it inside.
 *
 * @param name of its own in that file
 */
public record Attached(String name, byte[] bytes) {}
