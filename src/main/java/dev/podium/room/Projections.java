package dev.podium.room;

import dev.podium.game.ExtraTime;
import dev.podium.game.Phase;
import dev.podium.game.Ranks;
import dev.podium.seat.SeatRow;
import dev.podium.wire.Audience;
import dev.podium.wire.Frame;
import dev.podium.wire.OwnResult;
import dev.podium.wire.PlayerPart;
import dev.podium.wire.PlayerPart.Ahead;
import dev.podium.wire.Projection;
import dev.podium.wire.Seat;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * One {@link Snapshot} as frames, for each kind of viewer and for each player. What all viewers of a kind share is encoded
 * once. Confined to the room's loop.
 */
final class Projections {
    private final Snapshot snapshot;
    private final long heartbeatMs;
    private final Map<Audience, Projection> views = new EnumMap<>(Audience.class);
    /** By the percent of more time that some have. */
    private final Map<Integer, Projection> longer = new HashMap<>();

    private Projection outside;
    private String plain;
    private long plainAt;

    Projections(Snapshot snapshot, long heartbeatMs) {
        this.snapshot = snapshot;
        this.heartbeatMs = heartbeatMs;
    }

    /** @param now the database's time in milliseconds, here and below */
    String state(Audience audience, long now) {
        return Frame.state(snapshot.seq(), now, view(audience), PlayerPart.NONE);
    }

    /** The same object for all players who see the same at the same time. */
    String state(SeatRow seat, long now) {
        if (seat.waiting()) return Frame.state(snapshot.seq(), now, outside(), PlayerPart.NONE);
        var personal = personal(seat);
        if (personal != PlayerPart.NONE || seat.extra() > 0) {
            return Frame.state(snapshot.seq(), now, view(seat), personal);
        }
        if (plain == null || plainAt != now) {
            plain = state(Audience.PLAYER, now);
            plainAt = now;
        }
        return plain;
    }

    /** @param answered how many have, as far as it is known; told in an open question */
    String welcome(Audience audience, int answered, long now) {
        if (snapshot.row().in(Phase.QUESTION)) {
            return Frame.welcome(heartbeatMs, now, snapshot.seq(), answered, snapshot.players(), view(audience));
        }
        return Frame.welcome(heartbeatMs, now, snapshot.seq(), view(audience));
    }

    String welcome(SeatRow seat, long now) {
        var who = new Seat(seat.player(), seat.nickname(), seat.team(), seat.ticket());
        return seat.waiting()
                ? Frame.welcome(who, heartbeatMs, now, snapshot.seq(), outside(), PlayerPart.NONE)
                : Frame.welcome(who, heartbeatMs, now, snapshot.seq(), view(seat), personal(seat));
    }

    /** Everybody who plays, for hosts and screens. */
    String roster(Audience audience) {
        return Frame.roster(
                snapshot.players(), snapshot.roster().seenBy(audience).entries());
    }

    private Projection outside() {
        if (outside == null)
            outside = Projection.waiting(snapshot.row().frozen().plan());
        return outside;
    }

    private Projection view(Audience audience) {
        return views.computeIfAbsent(audience, a -> Projection.of(a, snapshot.content()));
    }

    /** Whose question closes later sees that, and nobody else. */
    private Projection view(SeatRow seat) {
        if (seat.extra() == 0 || !snapshot.row().in(Phase.QUESTION)) return view(Audience.PLAYER);
        return longer.computeIfAbsent(seat.extra(), percent -> {
            var row = snapshot.row();
            long extraMs = ExtraTime.ms(row.question().orElseThrow(), percent);
            return Projection.of(
                    Audience.PLAYER, snapshot.content().with(row.game().lasting(extraMs)));
        });
    }

    private PlayerPart personal(SeatRow seat) {
        var row = snapshot.row();
        return switch (row.game().phase()) {
            case LOBBY -> seat.team() == null ? PlayerPart.NONE : PlayerPart.of(seat.team());
            case READY -> PlayerPart.NONE;
            case QUESTION -> seat.answer() == null ? PlayerPart.NONE : PlayerPart.answered(seat.answer());
            case REVEAL -> PlayerPart.revealed(mine(seat), seat.score(), seat.rank(), ahead(seat));
            case STANDINGS, BREAK -> PlayerPart.ranked(seat.score(), seat.rank(), ahead(seat));
            case FINISHED ->
                PlayerPart.finished(
                        seat.score(),
                        seat.rank(),
                        seat.correct(),
                        row.game().counted(row.frozen().plan()));
        };
    }

    private Ahead ahead(SeatRow seat) {
        boolean hidden = snapshot.row().frozen().plan().settings().ranks() == Ranks.HIDDEN;
        return hidden ? null : snapshot.leaderboard().ahead(seat.score());
    }

    private OwnResult mine(SeatRow seat) {
        boolean graded = snapshot.row().question().orElseThrow().graded();
        if (seat.answer() == null) return OwnResult.none(graded, seat.streak());
        var fraction = graded ? seat.fraction() : null;
        return new OwnResult(seat.answer(), fraction, seat.delta(), (long) seat.elapsedMs(), seat.streak());
    }
}
