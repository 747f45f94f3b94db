package dev.podium.wire;

/**
 * A frame that comes as a request of its own, with what says whose it is.
 *
 * @param n the client's count of its attempts, or null
 * @param frame as it would be read on a socket
 */
public record Carried(String ticket, Long n, Read<PlayMessage> frame) {}
