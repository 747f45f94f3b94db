package dev.podium.wire;

import java.util.UUID;

/**
 * Who a player is, as only this player is told.
 *
 * @param team the team's id, or null
 * @param ticket returns to the seat; never shown to anyone else
 */
public record Seat(UUID id, String nickname, String team, String ticket) {}
