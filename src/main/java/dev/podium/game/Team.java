package dev.podium.game;

/**
 * A team of a game.
 *
 * @param id {@code ""} until the plan is frozen
 */
public record Team(String id, String name) {}
