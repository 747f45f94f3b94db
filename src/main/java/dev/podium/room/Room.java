package dev.podium.room;

import dev.podium.game.Phase;
import dev.podium.loop.Loop;
import dev.podium.room.SnapshotReader.Newer;
import dev.podium.seat.SeatRow;
import dev.podium.state.GameRow;
import dev.podium.traces.Traced;
import dev.podium.wire.CloseCode;
import java.util.Map;
import java.util.UUID;

/**
 * Everybody who watches one game through this instance, and the version of it that they see, its {@link Snapshot}.
 *
 * <p>The room moves to a newer version when somebody hints that there is one; {@link Admission} lets newcomers in between.
 *
 * <p>All fields are confined to the room's loop but those that anybody may read, which are volatile.
 */
public final class Room {
    private final UUID game;
    private final RoomContext context;
    private final Loop loop;
    private final SnapshotReader reader;
    private final Members members = new Members();
    private final Counts counts;
    private final LiveTally liveTally;
    private final Phones phones;
    private final Broadcast broadcast;
    private final Admission admission;
    private final Patience patience = new Patience();

    private volatile Snapshot snapshot;
    private Projections projections;
    private boolean loading;
    private boolean again;
    /** What the next version follows from. */
    private Traced cause = Traced.NONE;

    /** Viewers who have entered or are about to; guarded by {@link Rooms}. */
    int reserved;

    Room(UUID game, RoomContext context) {
        this.game = game;
        this.context = context;
        this.loop = new Loop(context.vertx());
        this.reader = new SnapshotReader(game, context);
        this.counts = new Counts(members);
        this.liveTally = new LiveTally(context, loop, members.watchers, () -> snapshot);
        this.phones = new Phones(context, loop, members);
        this.broadcast = new Broadcast(context.clock()::now, context.showing()::failed);
        this.admission = new Admission(game, context, loop, new Shown(), members, counts, liveTally);
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
        loop.run(() -> admission.ask(newcomer));
    }

    void leave(Viewer viewer, PlayerSeat seat) {
        loop.run(() -> {
            admission.withdraw(viewer);
            members.leave(viewer, seat);
        });
    }

    /** There may be a newer version; another instance has made it. Any thread. */
    void moved(Traced notice) {
        patience.movedElsewhere();
        loop.run(() -> refresh(null, notice));
    }

    /** There is a newer version, and this instance has made it. Any thread. */
    void movedHere(GameRow next, Traced step) {
        patience.movedHere();
        loop.run(() -> refresh(next, step));
    }

    /** What this instance has just stored for a player, so that the next state of the question shows it. Any thread. */
    public void answered(PlayerSeat seat, int question, String answer) {
        counts.stir();
        loop.run(() -> {
            var sitting = members.seat(seat.player());
            if (sitting != null && snapshot.row().game().question() == question) {
                sitting.row(sitting.row().withAnswer(answer));
            }
        });
    }

    /** Shows what has changed in the numbers. Any thread. */
    public void counted(Count count) {
        counts.keep(count);
        loop.run(() -> {
            count.handed().forEach(this::handedOver);
            if (snapshot == null || count.seq() != snapshot.seq()) return;
            counts.show(snapshot, count);
            liveTally.counted(count.answered());
            if (counts.rosterChanged(snapshot, count)) showRoster(count.seats());
        });
    }

    /** Another phone, at whichever instance, has the seat by now under this ticket. */
    private void handedOver(UUID player, String ticket) {
        var seat = members.seat(player);
        if (seat == null || ticket.equals(seat.row().ticket())) return;
        members.leave(seat.viewer(), seat);
        seat.viewer().close(CloseCode.OPENED_ELSEWHERE);
    }

    /** Tells those who steer how the phones are doing. Any thread. */
    void tellPhones() {
        if (hosted()) loop.run(() -> phones.tell(snapshot));
    }

    /** How many steer it through this instance. Any thread. */
    int steering() {
        return members.watchers.steering();
    }

    /** Tells those who steer how many they are, here and elsewhere. Any thread. */
    void tellHosts(int hosts) {
        loop.run(() -> {
            if (snapshot != null) counts.showHosts(snapshot, hosts);
        });
    }

    /** Tells hosts something that is no state, as {@code error} frames are. Any thread. */
    public void tellHosts(String frame) {
        loop.run(() -> members.watchers.eachHost(host -> host.send(frame)));
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
                var before = snapshot;
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

    private void refresh(GameRow hint, Traced follows) {
        if (follows != Traced.NONE) cause = follows;
        if (loading) {
            again = true;
            return;
        }
        if (hint != null && snapshot != null && hint.seq() <= snapshot.seq()) return;
        loading = true;
        boolean big = !members.watchers.isEmpty() || admission.anyWatches();
        reader.after(hint, snapshot, big, members.players()).onComplete(loop.on(result -> {
            if (result.failed()) {
                readAgain(result.cause());
                return;
            }
            loading = false;
            switch (result.result()) {
                case Newer.Gone _ -> closeAll(CloseCode.NO_SUCH_GAME);
                case Newer.Version(Snapshot next, var seats) -> install(next, seats);
                case Newer.Nothing _ -> cause = Traced.NONE;
            }
            loaded();
        }));
    }

    private void loaded() {
        if (again) {
            again = false;
            refresh(null, cause);
        } else {
            admission.admit();
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
            refresh(null, cause);
        });
    }

    private void closeAll(CloseCode code) {
        admission.closeAll(code);
        members.closeAll(code);
    }

    private void install(Snapshot next, Map<UUID, SeatRow> rows) {
        var before = snapshot;
        var follows = cause;
        cause = Traced.NONE;
        show(next);
        if (before != null && before.seq() == next.seq()) return;
        context.onMove().run();
        liveTally.moved();
        boolean newQuestion = before == null
                || before.row().game().question() != next.row().game().question();
        if (newQuestion) counts.newQuestion(next.answered());
        // A word that a host has just hidden is not to stand there until somebody answers.
        if (next.row().open()) counts.stir();
        for (var seat : members.seats()) {
            seat.follow(rows, newQuestion);
            var code = seat.closes();
            if (code != null) {
                members.leave(seat.viewer(), seat);
                seat.viewer().close(code);
            }
        }
        var fanOut =
                follows.begin("fan-out").note("podium.seats", members.seats().size());
        context.fanningOut()
                .record(() -> broadcast.send(projections, snapshot.row().game(), members));
        fanOut.end();
        // A lobby's state has its names; where a seat is let in or removed later, they are told beside it.
        if (before != null
                && before.big()
                && next.big()
                && before.who() != next.who()
                && !next.row().in(Phase.LOBBY)) {
            counts.showRoster(before, next);
        }
    }

    private final class Shown implements Admission.Shown {
        @Override
        public Snapshot snapshot() {
            return snapshot;
        }

        @Override
        public Projections projections() {
            return projections;
        }

        @Override
        public boolean loading() {
            return loading;
        }

        @Override
        public void refresh() {
            Room.this.refresh(null, Traced.NONE);
        }

        @Override
        public void closeAll(CloseCode code) {
            Room.this.closeAll(code);
        }
    }
}
