package dev.podium.room;

import dev.podium.game.Phase;
import dev.podium.wire.CloseCode;

/** Sends everybody in a room their state, in another order for each question: nobody is always the first, or the last. */
final class Broadcast {
    /** A prime, so that the places of two questions in a row lie far from each other. */
    private static final int ROTATION = 7_919;

    private Broadcast() {}

    static void send(Projections projections, Snapshot snapshot, Members members, RoomContext context) {
        long now = context.clock().now();
        int question = snapshot.row().game().question();
        boolean opens = snapshot.row().in(Phase.QUESTION);
        var seats = members.seats();
        int first = seats.isEmpty() ? 0 : Math.floorMod(question * ROTATION, seats.size());
        for (int i = 0; i < seats.size(); i++) {
            var seat = seats.get((first + i) % seats.size());
            if (show(projections, seat, now, context) && opens) {
                seat.framed(question, context.clock().now());
            }
        }
        members.watchers.show(projections, now);
    }

    /** A row that makes no sense is nobody else's trouble. Its player comes back, and may find it mended. */
    private static boolean show(Projections projections, PlayerSeat seat, long now, RoomContext context) {
        try {
            seat.viewer.state(projections.state(seat.row(), now));
            return true;
        } catch (RuntimeException odd) {
            context.showing().failed(odd);
            seat.viewer.close(CloseCode.INTERNAL);
            return false;
        }
    }
}
