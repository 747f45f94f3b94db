package dev.podium.room;

import dev.podium.wire.Audience;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Who has come in and waits for a first state.
 *
 * @param seat null for hosts and screens
 */
record Newcomer(PlayerSeat seat, Viewer viewer, Audience audience) {

    static Newcomer of(PlayerSeat seat) {
        return new Newcomer(seat, seat.viewer(), Audience.PLAYER);
    }

    /** Whether a host or a screen is among them. */
    static boolean anyWatches(Collection<Newcomer> newcomers) {
        return newcomers.stream().anyMatch(newcomer -> newcomer.seat == null);
    }

    /** The players among them. */
    static List<UUID> players(Collection<Newcomer> newcomers) {
        return newcomers.stream()
                .filter(newcomer -> newcomer.seat != null)
                .map(newcomer -> newcomer.seat.player())
                .toList();
    }
}
