package dev.podium.room;

import dev.podium.game.Phase;
import dev.podium.seat.SeatRow;
import dev.podium.state.GameRow;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads newer versions of one game, together with the seats that look at it: both belong to the same seq. */
final class SnapshotReader {

    /** What there is of a game beside what is known. */
    sealed interface Newer {
        record Nothing() implements Newer {}

        /** The game has been deleted. */
        record Gone() implements Newer {}

        /** @param seats by player, or null when nothing of them has changed */
        record Version(Snapshot snapshot, Map<UUID, SeatRow> seats) implements Newer {}
    }

    private final UUID game;
    private final RoomContext context;

    SnapshotReader(UUID game, RoomContext context) {
        this.game = game;
        this.context = context;
    }

    /**
     * Reads what follows on {@code known}.
     *
     * @param hint the newer row, when it is known; else it is read
     * @param known what the room shows, or null
     * @param big whether hosts or screens watch, whose part is wanted too
     * @param players whose seats are wanted
     */
    Future<Newer> after(GameRow hint, Snapshot known, boolean big, Set<UUID> players) {
        var row = hint != null
                ? Future.succeededFuture(Optional.of(hint))
                : context.games().load(context.pool(), game);
        return row.compose(found -> found.map(next -> version(next, known, big, players))
                .orElseGet(() -> Future.succeededFuture(new Newer.Gone())));
    }

    private Future<Newer> version(GameRow next, Snapshot known, boolean big, Set<UUID> players) {
        boolean nothing = known != null && next.seq() <= known.seq() && (known.big() || !big);
        if (nothing) return Future.succeededFuture(new Newer.Nothing());
        var snapshot = Snapshot.load(context.pool(), next, big, known, context.addresses());
        if (players.isEmpty() || changesNoSeat(known, next)) return snapshot.map(s -> new Newer.Version(s, null));
        var seats = SeatRow.all(context.pool(), game, players);
        // Seats of a later state than this one: that state is read instead.
        return Future.all(snapshot, seats)
                .compose(all -> seats.result().seq() == next.seq()
                        ? Future.succeededFuture(new Newer.Version(
                                snapshot.result(), seats.result().rows()))
                        : after(null, known, big, players));
    }

    /** Whether a state follows on the one before in a way that changes nothing a seat does not already know. */
    private static boolean changesNoSeat(Snapshot before, GameRow next) {
        if (before == null || next.seq() != before.seq() + 1) return false;
        var from = before.row().game().phase();
        return switch (next.game().phase()) {
            case READY -> from != Phase.READY;
            case QUESTION -> from == Phase.READY;
            case STANDINGS -> from == Phase.REVEAL;
            case FINISHED -> from == Phase.STANDINGS && !next.frozen().plan().hasRounds();
            case LOBBY, REVEAL, BREAK -> false;
        };
    }
}
