package dev.podium.room;

import dev.podium.game.Game;
import dev.podium.game.Phase;
import dev.podium.wire.CloseCode;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Sends everybody in a room their state, in another order for each question: nobody is always the first, or the last. */
final class Broadcast {
    /** A prime, so that the places of two questions in a row lie far from each other. */
    private static final int ROTATION = 7_919;

    private final LongSupplier clock;
    private final Consumer<Throwable> odd;

    /**
     * @param clock the database's time in milliseconds
     * @param odd hears of a seat that cannot be shown its state
     */
    Broadcast(LongSupplier clock, Consumer<Throwable> odd) {
        this.clock = clock;
        this.odd = odd;
    }

    /** @param game what the projections show */
    void send(Projections projections, Game game, Members members) {
        long now = clock.getAsLong();
        boolean opens = game.phase() == Phase.QUESTION;
        var seats = members.seats();
        int first = seats.isEmpty() ? 0 : Math.floorMod(game.question() * ROTATION, seats.size());
        for (int i = 0; i < seats.size(); i++) {
            var seat = seats.get((first + i) % seats.size());
            if (show(projections, seat, now) && opens) seat.framed(game.question(), clock.getAsLong());
        }
        members.watchers.show(projections, now);
    }

    /** A row that makes no sense is nobody else's trouble. Its player comes back, and may find it mended. */
    private boolean show(Projections projections, PlayerSeat seat, long now) {
        try {
            seat.viewer().state(projections.state(seat.row(), now));
            return true;
        } catch (RuntimeException e) {
            odd.accept(e);
            seat.viewer().close(CloseCode.INTERNAL);
            return false;
        }
    }
}
