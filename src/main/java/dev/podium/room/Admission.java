package dev.podium.room;

import dev.podium.game.Phase;
import dev.podium.loop.Loop;
import dev.podium.seat.SeatRow;
import dev.podium.wire.Audience;
import dev.podium.wire.CloseCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Lets newcomers into a room. Their seats are read together with the game's seq, position first: only when that is the room's own
 * seq, and no newer version is on its way, do the two make one state; otherwise one of them is read again.
 *
 * <p>Confined to the room's loop.
 */
final class Admission {
    /** What a newcomer is to see. */
    interface Shown {
        /** Null before the game is first read. */
        Snapshot snapshot();

        /** Of the snapshot. */
        Projections projections();

        /** Whether a newer version is on its way: it was read without newcomers, who would keep what they were before it. */
        boolean loading();

        /** Reads the newest version, and lets newcomers in after it. */
        void refresh();

        /** The game is gone. */
        void closeAll(CloseCode code);
    }

    private final UUID game;
    private final RoomContext context;
    private final Loop loop;
    private final Shown shown;
    private final Members members;
    private final Counts counts;
    private final LiveTally liveTally;
    private final Deque<Newcomer> newcomers = new ArrayDeque<>();
    private boolean admitting;

    Admission(
            UUID game,
            RoomContext context,
            Loop loop,
            Shown shown,
            Members members,
            Counts counts,
            LiveTally liveTally) {
        this.game = game;
        this.context = context;
        this.loop = loop;
        this.shown = shown;
        this.members = members;
        this.counts = counts;
        this.liveTally = liveTally;
    }

    void ask(Newcomer newcomer) {
        newcomers.add(newcomer);
        admit();
    }

    void withdraw(Viewer viewer) {
        newcomers.removeIf(newcomer -> newcomer.viewer() == viewer);
    }

    /** Whether a host or a screen waits, who need more of a snapshot than players do. */
    boolean anyWatches() {
        return Newcomer.anyWatches(newcomers);
    }

    void closeAll(CloseCode code) {
        newcomers.forEach(newcomer -> newcomer.viewer().close(code));
        newcomers.clear();
    }

    /** Lets in who waits, as soon as that is possible. */
    void admit() {
        if (admitting || shown.loading() || newcomers.isEmpty()) return;
        if (shown.snapshot() == null || !shown.snapshot().big() && anyWatches()) {
            shown.refresh();
            return;
        }
        admitting = true;
        var batch = new ArrayList<>(newcomers);
        newcomers.clear();
        SeatRow.some(context.pool(), game, Newcomer.players(batch)).onComplete(loop.on(result -> {
            if (result.failed()) {
                newcomers.addAll(batch);
                admitAgain(result.cause());
                return;
            }
            admitting = false;
            admit(batch, result.result());
        }));
    }

    private void admitAgain(Throwable failure) {
        if (!context.reading().failed(failure)) {
            admitting = false;
            closeAll(CloseCode.INTERNAL);
            return;
        }
        loop.after(context.reading().pauseMs(), () -> {
            admitting = false;
            admit();
        });
    }

    private void admit(List<Newcomer> batch, SeatRow.Read read) {
        if (read.seq() == SeatRow.NO_GAME) {
            newcomers.addAll(batch);
            shown.closeAll(CloseCode.NO_SUCH_GAME);
            return;
        }
        var snapshot = shown.snapshot();
        if (shown.loading() || read.seq() != snapshot.seq() || !snapshot.big() && Newcomer.anyWatches(batch)) {
            newcomers.addAll(batch);
            if (read.seq() > snapshot.seq()) shown.refresh();
            else admit();
            return;
        }
        batch.forEach(newcomer -> welcome(newcomer, read.rows()));
        admit();
    }

    private void welcome(Newcomer newcomer, Map<UUID, SeatRow> rows) {
        // Gone while its seat was read: nobody would ever take it out again.
        if (newcomer.viewer().closed()) return;
        if (newcomer.seat() == null) welcome(newcomer.viewer(), newcomer.audience());
        else welcome(newcomer.seat(), rows.get(newcomer.seat().player()));
    }

    private void welcome(Viewer viewer, Audience audience) {
        long now = context.clock().now();
        if (members.watchers.add(viewer, audience)) {
            HostSigns.note(context.pool(), List.of(game), now).onFailure(context.reading()::failed);
        }
        viewer.welcome(shown.projections().welcome(audience, counts.answered(audience), now));
        liveTally.welcome(viewer);
        if (!shown.snapshot().row().in(Phase.LOBBY))
            viewer.send(shown.projections().roster(audience));
    }

    /** @param found what the database has of the seat, or null */
    private void welcome(PlayerSeat seat, SeatRow found) {
        seat.row(found);
        var code = found == null ? CloseCode.NOT_ALLOWED : seat.closes();
        if (code != null) {
            seat.viewer().close(code);
            return;
        }
        var older = members.sit(seat);
        if (older != null && older != seat) older.viewer().close(CloseCode.OPENED_ELSEWHERE);
        var row = shown.snapshot().row();
        long now = context.clock().now();
        if (row.in(Phase.QUESTION)) seat.cameIn(row.game().question(), now);
        counts.stir();
        seat.viewer().welcome(shown.projections().welcome(found, now));
    }
}
