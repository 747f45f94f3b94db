package dev.podium.room;

import dev.podium.wire.CloseCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who is in a room: the players by seat, and those who watch. Confined to the room's loop but where {@link Watchers} says more. */
final class Members {
    final Watchers watchers = new Watchers();
    private final Map<UUID, PlayerSeat> seats = new LinkedHashMap<>();

    /** A copy, in the order of coming. */
    List<PlayerSeat> seats() {
        return List.copyOf(seats.values());
    }

    Set<UUID> players() {
        return Set.copyOf(seats.keySet());
    }

    /** The seat of a player who is here, or null. */
    PlayerSeat seat(UUID player) {
        return seats.get(player);
    }

    /** @return the seat's older socket, or null */
    PlayerSeat sit(PlayerSeat seat) {
        return seats.put(seat.player(), seat);
    }

    /** @param seat null for hosts and screens */
    void leave(Viewer viewer, PlayerSeat seat) {
        watchers.remove(viewer);
        if (seat != null) seats.remove(seat.player(), seat);
    }

    /** Closes everybody's socket; each is out from now on. */
    void closeAll(CloseCode code) {
        seats().forEach(seat -> seat.viewer().close(code));
        seats.clear();
        watchers.closeAll(code);
    }
}
