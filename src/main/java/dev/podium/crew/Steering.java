package dev.podium.crew;

import java.util.UUID;

/**
 * Somebody at a game's wheel.
 *
 * @param host null for a remote
 * @param remote the id of a remote; null for a host
 */
public record Steering(UUID game, UUID host, String remote) {}
