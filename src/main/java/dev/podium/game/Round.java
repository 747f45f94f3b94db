package dev.podium.game;

import java.util.UUID;

/**
 * A quiz of a game's evening, as its plan has it.
 *
 * @param quiz which one it was frozen from; nullable
 * @param size how many questions it has
 */
public record Round(UUID quiz, String title, int size) {}
