package dev.podium.room;

import dev.podium.game.Phase;
import dev.podium.loop.Loop;
import dev.podium.room.SnapshotReader.Newer;
import dev.podium.seat.SeatRow;
import dev.podium.state.GameRow;
import dev.podium.wire.Audience;
import dev.podium.wire.CloseCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Everybody who watches one game through this instance, and the version of it that they see, its {@link Snapshot}.
 *
 * <p>The room moves to a newer version when somebody hints that there is one. Whoever enters is read from the database
 * together with the game's seq, position first: only when that is the room's own seq, and no newer version is on its way, do the
 * two make one state; otherwise one of them is read again.
 *
 * <p>All fields are confined to the room's loop but those that anybody may read, which are volatile.
 */
public final class Room {
    private final UUID game;
    private final RoomContext context;
    private final Loop loop;
    private final SnapshotReader reader;
    private final Members members = new Members();
    private final Deque<Newcomer> newcomers = new ArrayDeque<>();
    private final Counts counts;
    private final LiveTally liveTally;
    private final Broadcast broadcast;
    private final Patience patience = new Patience();

    private volatile Snapshot snapshot;
    private Projections projections;
    private boolean loading;
    private boolean again;
    private boolean admitting;

    /** Viewers who have entered or are about to; guarded by {@link Rooms}. */
    int reserved;

    Room(UUID game, RoomContext context) {
        this.game = game;
        this.context = context;
        this.loop = new Loop(context.vertx());
        this.reader = new SnapshotReader(game, context);
        this.counts = new Counts(members);
        this.liveTally = new LiveTally(context, loop, members.watchers, () -> snapshot);
        this.broadcast = new Broadcast(context.clock()::now, context.showing()::failed);
    }

    public UUID game() {
        return game;
    }

    /** The game as this room shows it, or null before it is first read. Any thread. */
    public GameRow row() {
        var current = snapshot;
        return current == null ? null : current.row();
    }

    /** Whether a host watches. Any thread. */
    public boolean hosted() {
        return members.watchers.hosted();
    }

    /** When its steps are tried here. */
    public Patience patience() {
        return patience;
    }

    /** What is counted of it. */
    public Counts counts() {
        return counts;
    }

    /** Lets somebody in: a {@code welcome} follows, or a close when a player's seat is held by another socket by then. */
    void enter(Newcomer newcomer) {
        loop.run(() -> {
            newcomers.add(newcomer);
            admit();
        });
    }

    void leave(Viewer viewer, PlayerSeat seat) {
        loop.run(() -> {
            newcomers.removeIf(newcomer -> newcomer.viewer() == viewer);
            members.leave(viewer, seat);
        });
    }

    /** There may be a newer version; another instance has made it. Any thread. */
    void moved() {
        patience.movedElsewhere();
        loop.run(() -> refresh(null));
    }

    /** There is a newer version, and this instance has made it. Any thread. */
    void movedHere(GameRow next) {
        patience.movedHere();
        loop.run(() -> refresh(next));
    }

    /** What this instance has just stored for a player, so that the next state of the question shows it. Any thread. */
    public void answered(PlayerSeat seat, int question, String answer) {
        counts.stir();
        loop.run(() -> {
            if (snapshot != null && snapshot.row().game().question() == question) {
                seat.row(seat.row().withAnswer(answer));
            }
        });
    }

    /** Shows what has changed in the numbers. Any thread. */
    public void counted(Count count) {
        counts.keep(count);
        loop.run(() -> {
            if (snapshot == null || count.seq() != snapshot.seq()) return;
            counts.show(snapshot, count);
            liveTally.counted(count.answered());
            if (counts.rosterChanged(snapshot, count)) showRoster(count.seats());
        });
    }

    /** Tells hosts something that is no state, as {@code error} frames are. Any thread. */
    public void tellHosts(String frame) {
        loop.run(() -> members.watchers.hosts().forEach(host -> host.send(frame)));
    }

    /** Nobody is let in meanwhile: a screen would begin with names that are known to be old. */
    private void showRoster(Count.Seated count) {
        if (loading) return;
        if (!snapshot.big()) {
            show(snapshot.counted(count, Roster.EMPTY));
            return;
        }
        loading = true;
        Roster.read(context.pool(), game).onComplete(loop.on(result -> {
            loading = false;
            if (result.failed()) {
                context.reading().failed(result.cause());
            } else {
                var before = snapshot.roster();
                show(snapshot.counted(count, result.result()));
                counts.showRoster(before, snapshot);
            }
            loaded();
        }));
    }

    private void show(Snapshot next) {
        snapshot = next;
        projections = new Projections(next, context.heartbeatMs());
    }

    // ---- moving on

    private void refresh(GameRow hint) {
        if (loading) {
            again = true;
            return;
        }
        if (hint != null && snapshot != null && hint.seq() <= snapshot.seq()) return;
        loading = true;
        boolean big = !members.watchers.isEmpty() || Newcomer.anyWatches(newcomers);
        reader.after(hint, snapshot, big, members.players()).onComplete(loop.on(result -> {
            if (result.failed()) {
                readAgain(result.cause());
                return;
            }
            loading = false;
            switch (result.result()) {
                case Newer.Gone _ -> closeAll(CloseCode.NO_SUCH_GAME);
                case Newer.Version(Snapshot next, var seats) -> install(next, seats);
                case Newer.Nothing _ -> {}
            }
            loaded();
        }));
    }

    private void loaded() {
        if (again) {
            again = false;
            refresh(null);
        } else {
            admit();
        }
    }

    /** A fault would be met again: whoever is here is told to come back, which is tried less often. */
    private void readAgain(Throwable failure) {
        if (!context.reading().failed(failure)) {
            loading = false;
            again = false;
            closeAll(CloseCode.INTERNAL);
            return;
        }
        loop.after(context.reading().pauseMs(), () -> {
            loading = false;
            refresh(null);
        });
    }

    private void closeAll(CloseCode code) {
        newcomers.forEach(newcomer -> newcomer.viewer().close(code));
        newcomers.clear();
        members.closeAll(code);
    }

    private void install(Snapshot next, Map<UUID, SeatRow> rows) {
        var before = snapshot;
        show(next);
        if (before != null && before.seq() == next.seq()) return;
        context.onMove().run();
        boolean newQuestion = before == null
                || before.row().game().question() != next.row().game().question();
        if (newQuestion) counts.newQuestion(next.answered());
        for (var seat : members.seats()) {
            seat.follow(rows, newQuestion);
            var code = seat.closes();
            if (code != null) {
                members.leave(seat.viewer(), seat);
                seat.viewer().close(code);
            }
        }
        broadcast.send(projections, snapshot.row().game(), members);
    }

    // ---- letting in

    private void admit() {
        if (admitting || loading || newcomers.isEmpty()) return;
        if (snapshot == null || !snapshot.big() && Newcomer.anyWatches(newcomers)) {
            refresh(null);
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
            newcomers.forEach(newcomer -> newcomer.viewer().close(CloseCode.INTERNAL));
            newcomers.clear();
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
            closeAll(CloseCode.NO_SUCH_GAME);
            return;
        }
        // A version that is on its way was read without them: they would keep what they were before it.
        if (loading || read.seq() != snapshot.seq() || !snapshot.big() && Newcomer.anyWatches(batch)) {
            newcomers.addAll(batch);
            if (read.seq() > snapshot.seq()) refresh(null);
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
        viewer.welcome(projections.welcome(audience, counts.answered(), now));
        liveTally.welcome(viewer);
        if (!snapshot.row().in(Phase.LOBBY)) viewer.send(projections.roster());
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
        if (snapshot.row().in(Phase.QUESTION)) {
            seat.cameIn(snapshot.row().game().question(), context.clock().now());
        }
        counts.stir();
        seat.viewer().welcome(projections.welcome(found, context.clock().now()));
    }
}
