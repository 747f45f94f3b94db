package dev.podium.live;

import dev.podium.game.Phase;
import dev.podium.wire.Audience;
import dev.podium.wire.CloseCode;
import dev.podium.wire.Frame;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Everybody who watches one game through this instance, and what they see.
 *
 * <p>The room holds one version of the game, its {@link Stage}. It moves to a newer one when somebody hints that there is
 * one, and then sends each viewer its state; the part that all players share is encoded once. Whoever enters is read
 * from the database together with the game's seq, position first: only when that is the room's own seq do the two make
 * one state, otherwise one of them is read again.
 *
 * <p>All fields are confined to the room's loop but {@code stage}, which anybody may read.
 */
final class Room {
    private static final int RETRY_MS = 250;
    private static final long LOBBY_PROGRESS_NS = TimeUnit.SECONDS.toNanos(2);
    private static final int ROTATION = 7_919;

    private final UUID game;
    private final Loop loop;
    private final Pool pool;
    private final GameStore store;
    private final DatabaseClock clock;
    private final Addresses addresses;
    private final long heartbeatMs;
    private final Runnable onMove;

    private final Map<UUID, PlayerSeat> seats = new LinkedHashMap<>();
    private final Watchers watchers = new Watchers();
    private final Deque<Newcomer> newcomers = new ArrayDeque<>();

    private volatile Stage stage;
    private Faces faces;
    private volatile int patienceMs = ThreadLocalRandom.current().nextInt(100, 300);
    private boolean loading;
    private boolean again;
    private boolean admitting;
    private int shownAnswered;
    private int shownPlayers;
    private volatile Count.Seated seated = new Count.Seated(0, 0, 0);
    /** On {@link System#nanoTime}'s scale. */
    private long lobbyProgressAt = System.nanoTime() - LOBBY_PROGRESS_NS;

    /** Viewers who have entered or are about to; guarded by {@link Rooms}. */
    int reserved;

    /** Whether answers or joins came through this instance since the last count. */
    volatile boolean stirred;

    /** Until when no clock tries it, on {@link System#nanoTime}'s scale. */
    private volatile long restsUntil = System.nanoTime();

    /** @param onMove runs on the room's loop whenever it shows another version of its game */
    Room(
            UUID game,
            Vertx vertx,
            Pool pool,
            GameStore store,
            DatabaseClock clock,
            Addresses addresses,
            long heartbeatMs,
            Runnable onMove) {
        this.game = game;
        this.loop = new Loop(vertx);
        this.pool = pool;
        this.store = store;
        this.clock = clock;
        this.addresses = addresses;
        this.heartbeatMs = heartbeatMs;
        this.onMove = onMove;
    }

    UUID game() {
        return game;
    }

    /** The game as this room shows it, or null before it is first read. Any thread. */
    GameRow row() {
        var current = stage;
        return current == null ? null : current.row();
    }

    /** Whether a host watches. Any thread. */
    boolean hosted() {
        return watchers.hosted();
    }

    /**
     * How long after a step is due this instance tries it, in milliseconds: at once where it made the last one, else a
     * little later, so that instances do not all ask for the same lock. Any thread.
     */
    int patienceMs() {
        return patienceMs;
    }

    /** For how long no clock is to try it, in milliseconds: one has a moment ago. Any thread. */
    long restsMs() {
        return TimeUnit.NANOSECONDS.toMillis(restsUntil - System.nanoTime());
    }

    /** Keeps clocks from trying for so long, unless the game moves. Any thread. */
    void rest(long ms) {
        restsUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
    }

    /** Lets a player in: a {@code welcome} follows, or a close when the seat is held by another socket by then. */
    void enter(PlayerSeat seat) {
        loop.run(() -> {
            newcomers.add(new Newcomer(seat, seat.viewer, Audience.PLAYER));
            admit();
        });
    }

    /** Lets a host or a screen in. */
    void enter(Viewer viewer, Audience audience) {
        loop.run(() -> {
            newcomers.add(new Newcomer(null, viewer, audience));
            admit();
        });
    }

    void leave(Viewer viewer, PlayerSeat seat) {
        loop.run(() -> {
            newcomers.removeIf(newcomer -> newcomer.viewer == viewer);
            watchers.remove(viewer);
            if (seat != null) seats.remove(seat.player, seat);
        });
    }

    /** There may be a newer version; another instance has made it. */
    void moved() {
        if (patienceMs == 0) patienceMs = ThreadLocalRandom.current().nextInt(100, 300);
        loop.run(() -> refresh(null));
    }

    /** There is a newer version, and this instance has made it. */
    void movedHere(GameRow next) {
        patienceMs = 0;
        restsUntil = System.nanoTime();
        loop.run(() -> refresh(next));
    }

    /** What this instance has just stored for a player, so that the next state of the question shows it. */
    void answered(PlayerSeat seat, int question, String answer) {
        stirred = true;
        loop.run(() -> {
            var row = seat.row();
            if (stage != null && stage.row().game().question() == question) seat.row(row.withAnswer(answer));
        });
    }

    /** Whether so many answers may be those of everybody: as many as players were there the last time they were counted. */
    boolean mayBeAll(int answered) {
        return answered >= seated.present();
    }

    /** Shows what has changed in the numbers. */
    void counted(Count count) {
        if (count.seats() != null) seated = count.seats();
        loop.run(() -> {
            if (stage == null || count.seq() != stage.row().seq()) return;
            if (stage.row().in(Phase.QUESTION)) showAnswered(count.answered(), seated.players());
            if (count.seats() == null) return;
            if (stage.row().in(Phase.LOBBY)) showLobby(count.seats());
            else if (!watchers.isEmpty() && stage.rosterChanged(count.seats())) showRoster(count.seats());
        });
    }

    private void showAnswered(int answered, int players) {
        if (answered == shownAnswered && players == shownPlayers) return;
        shownAnswered = answered;
        shownPlayers = players;
        var frame = Frame.progress(shownAnswered, shownPlayers);
        watchers.each(viewer -> viewer.progress(frame));
    }

    private void showLobby(Count.Seated count) {
        if (stage.rosterChanged(count)) {
            // Also while no host or screen watches: one that is on its way in is shown what this stage has.
            if (stage.big()) showRoster(count);
            else show(stage.counted(count, Roster.EMPTY));
        }
        long now = System.nanoTime();
        if (count.players() == shownPlayers || now - lobbyProgressAt < LOBBY_PROGRESS_NS) return;
        shownPlayers = count.players();
        lobbyProgressAt = now;
        var frame = Frame.progress(shownPlayers);
        seats.values().forEach(seat -> seat.viewer.progress(frame));
    }

    private void showRoster(Count.Seated count) {
        var seq = stage.row().seq();
        Roster.read(pool, game).onComplete(loop.on(result -> {
            if (result.failed() || stage.row().seq() != seq) return;
            var before = stage.roster();
            var now = result.result();
            show(stage.counted(count, now));
            var frame = Frame.roster(count.players(), now.joinedSince(before), now.leftSince(before));
            watchers.each(viewer -> viewer.send(frame));
        }));
    }

    private void show(Stage next) {
        stage = next;
        faces = new Faces(next, heartbeatMs);
    }

    // ---- moving on

    private void refresh(GameRow hint) {
        if (loading) {
            again = true;
            return;
        }
        if (hint != null && stage != null && hint.seq() <= stage.row().seq()) return;
        loading = true;
        load(hint).onComplete(loop.on(result -> {
            if (result.failed()) {
                loop.after(RETRY_MS, () -> {
                    loading = false;
                    refresh(null);
                });
                return;
            }
            loading = false;
            if (result.result() != null) install(result.result());
            if (again) {
                again = false;
                refresh(null);
            } else {
                admit();
            }
        }));
    }

    private Future<Loaded> load(GameRow hint) {
        var row = hint != null
                ? Future.succeededFuture(hint)
                : store.load(pool, game).map(found -> found.orElseThrow());
        return row.compose(next -> {
            boolean big = !watchers.isEmpty() || watch(newcomers);
            if (stage != null && next.seq() <= stage.row().seq() && !(big && !stage.big())) {
                return Future.succeededFuture();
            }
            var staged = Stage.load(pool, next, big, stage, addresses);
            if (seats.isEmpty() || steps(stage, next)) return staged.map(s -> new Loaded(s, null));
            var rows = SeatRow.all(pool, game, seats.keySet());
            // Rows of a later state than this one: that state is read instead.
            return Future.all(staged, rows)
                    .compose(all -> rows.result().seq() == next.seq()
                            ? Future.succeededFuture(
                                    new Loaded(staged.result(), rows.result().rows()))
                            : load(null));
        });
    }

    /** Whether a state follows on the one before in a way that changes nothing a seat does not already know. */
    private static boolean steps(Stage before, GameRow next) {
        if (before == null || next.seq() != before.row().seq() + 1) return false;
        var from = before.row().game().phase();
        return switch (next.game().phase()) {
            case READY -> from != Phase.READY;
            case QUESTION -> from == Phase.READY;
            case STANDINGS -> from == Phase.REVEAL;
            case FINISHED -> from == Phase.STANDINGS;
            case LOBBY, REVEAL -> false;
        };
    }

    private void install(Loaded loaded) {
        var before = stage;
        var next = loaded.stage;
        show(next);
        if (before != null && before.row().seq() == next.row().seq()) return;
        onMove.run();
        var game = next.row().game();
        boolean newQuestion = before == null || before.row().game().question() != game.question();
        if (newQuestion) shownAnswered = 0;
        for (var seat : List.copyOf(seats.values())) {
            if (loaded.rows != null) seat.row(reread(seat, loaded.rows, newQuestion));
            else if (newQuestion) seat.row(seat.row().withoutAnswer());
            var code = closes(seat);
            if (code != null) {
                seats.remove(seat.player, seat);
                seat.viewer.close(code);
            }
        }
        send();
    }

    /** An answer that was stored after these rows were read is not forgotten. */
    private static SeatRow reread(PlayerSeat seat, Map<UUID, SeatRow> rows, boolean newQuestion) {
        var known = seat.row();
        var row = rows.getOrDefault(seat.player, known);
        return newQuestion || row.answer() != null || known.answer() == null ? row : row.withAnswer(known.answer());
    }

    private static CloseCode closes(PlayerSeat seat) {
        if (seat.row().removed()) return CloseCode.REMOVED;
        return seat.holder.equals(seat.row().holder()) ? null : CloseCode.OPENED_ELSEWHERE;
    }

    private void send() {
        long now = clock.now();
        int question = stage.row().game().question();
        boolean opens = stage.row().in(Phase.QUESTION);
        var order = new ArrayList<>(seats.values());
        int first = order.isEmpty() ? 0 : Math.floorMod(question * ROTATION, order.size());
        for (int i = 0; i < order.size(); i++) {
            var seat = order.get((first + i) % order.size());
            seat.viewer.state(faces.state(seat.row(), now));
            if (opens) seat.framed(question, clock.now());
        }
        watchers.show(faces, now);
    }

    // ---- letting in

    private void admit() {
        if (admitting || loading || newcomers.isEmpty()) return;
        if (stage == null || !stage.big() && watch(newcomers)) {
            refresh(null);
            return;
        }
        admitting = true;
        var batch = new ArrayList<>(newcomers);
        newcomers.clear();
        var players = batch.stream()
                .filter(n -> n.seat != null)
                .map(n -> n.seat.player)
                .toList();
        SeatRow.some(pool, game, players).onComplete(loop.on(result -> {
            if (result.failed()) {
                newcomers.addAll(batch);
                loop.after(RETRY_MS, () -> {
                    admitting = false;
                    admit();
                });
                return;
            }
            admitting = false;
            long seq = result.result().seq();
            if (seq != stage.row().seq() || !stage.big() && watch(batch)) {
                newcomers.addAll(batch);
                if (seq > stage.row().seq()) refresh(null);
                else admit();
                return;
            }
            batch.forEach(newcomer -> welcome(newcomer, result.result().rows()));
            admit();
        }));
    }

    /** Whether a host or a screen is among them. */
    private static boolean watch(Collection<Newcomer> newcomers) {
        return newcomers.stream().anyMatch(n -> n.audience != Audience.PLAYER);
    }

    private void welcome(Newcomer newcomer, Map<UUID, SeatRow> rows) {
        // Gone while its seat was read: nobody would ever take it out again.
        if (newcomer.viewer.closed()) return;
        if (newcomer.seat == null) welcome(newcomer.viewer, newcomer.audience);
        else welcome(newcomer.seat, rows.get(newcomer.seat.player));
    }

    private void welcome(Viewer viewer, Audience audience) {
        long now = clock.now();
        if (watchers.add(viewer, audience)) store.hosted(pool, new UUID[] {game}, now);
        viewer.welcome(faces.welcome(audience, now));
        if (!stage.row().in(Phase.LOBBY)) viewer.send(faces.roster());
    }

    /** @param found what the database has of the seat, or null */
    private void welcome(PlayerSeat seat, SeatRow found) {
        seat.row(found);
        var code = found == null ? CloseCode.NOT_ALLOWED : closes(seat);
        if (code != null) {
            seat.viewer.close(code);
            return;
        }
        var older = seats.put(seat.player, seat);
        if (older != null && older != seat) older.viewer.close(CloseCode.OPENED_ELSEWHERE);
        if (stage.row().in(Phase.QUESTION)) seat.resumed(stage.row().game().question());
        stirred = true;
        seat.viewer.welcome(faces.welcome(found, clock.now()));
    }

    /** @param seat null for hosts and screens */
    private record Newcomer(PlayerSeat seat, Viewer viewer, Audience audience) {}

    /** @param rows those of the seats here, or null when they need not be read */
    private record Loaded(Stage stage, Map<UUID, SeatRow> rows) {}
}
