package dev.podium.room;

import dev.podium.database.DatabaseClock;
import dev.podium.database.Failures;
import dev.podium.game.Names;
import dev.podium.game.Nickname;
import dev.podium.game.Phase;
import dev.podium.game.Settings;
import dev.podium.game.Team;
import dev.podium.loop.Retry;
import dev.podium.metrics.Metric;
import dev.podium.seat.Departures;
import dev.podium.seat.Handovers;
import dev.podium.seat.Invites;
import dev.podium.seat.Joins;
import dev.podium.seat.Resumes;
import dev.podium.seat.Teams;
import dev.podium.seat.Ticket;
import dev.podium.state.GameReader;
import dev.podium.state.GameRow;
import dev.podium.wire.CloseCode;
import dev.podium.wire.ErrorCode;
import dev.podium.wire.PlayMessage;
import dev.podium.words.MadeNames;
import dev.podium.words.UnfitWords;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Lets players in: takes a seat for them, or gives it back, and leads them to their game's room. Everything returns at once, and
 * waits for a database that is away.
 */
@Singleton
public class Entrance {
    /** After its end a game can be looked at for so long. */
    private static final long SHOWN_AFTER_END_MS = TimeUnit.HOURS.toMillis(24);

    private static final int RETRY_MS = 500;
    /** Each is offered a name that was free a moment ago: with so many tries a hall that comes at once has its names. */
    private static final int DRAWS = 10;

    private static final int LONGEST_IDENTITY = 100;

    /** PINs whose games are remembered; beyond it all are looked up again. */
    private static final int PINS_KEPT = 10_000;

    private final Pool pool;
    private final GameReader games;
    private final Rooms rooms;
    private final Joins joins;
    private final Resumes resumes;
    private final Invites invites;
    private final Handovers handovers;
    private final Departures departures;
    private final DatabaseClock clock;
    private final Retry retry;
    private final ConcurrentHashMap<String, UUID> pins = new ConcurrentHashMap<>();

    Entrance(
            Vertx vertx,
            Pool pool,
            GameReader games,
            Rooms rooms,
            Joins joins,
            Resumes resumes,
            Invites invites,
            Handovers handovers,
            Departures departures,
            DatabaseClock clock,
            MeterRegistry metrics) {
        this.pool = pool;
        this.games = games;
        this.rooms = rooms;
        this.joins = joins;
        this.resumes = resumes;
        this.invites = invites;
        this.handovers = handovers;
        this.departures = departures;
        this.clock = clock;
        this.retry = new Retry("Letting a player in", vertx, metrics, RETRY_MS, Failures::moment);
        metrics.gauge(Metric.PINS_KNOWN.id(), pins, ConcurrentHashMap::size);
    }

    /** What became of a first frame. */
    public sealed interface Entry {
        /** A {@code welcome} follows through the viewer. */
        record Seated(PlayerSeat seat) implements Entry {}

        /** The socket stays open for another try. */
        record Refused(ErrorCode code, String message) implements Entry {}

        /** The same for a nickname that somebody has. */
        record NameTaken(Optional<String> free) implements Entry {}

        /** The game has all the players it may have. */
        record Full() implements Entry {}

        record Closed(CloseCode code) implements Entry {}
    }

    /**
     * Takes a seat for a new player, or the same seat again for the same key. Waits for a database that is away.
     *
     * @return never fails
     */
    public Future<Entry> join(PlayMessage.Join message, Viewer viewer) {
        return patiently(
                viewer,
                () -> byPin(message.pin())
                        .compose(row ->
                                row.isEmpty() ? closed(CloseCode.NO_SUCH_GAME) : join(row.get(), message, viewer)));
    }

    /** Gives a seat back to its ticket. Waits for a database that is away. */
    public Future<Entry> resume(PlayMessage.Resume message, Viewer viewer) {
        var game = Ticket.game(message.ticket());
        if (game.isEmpty()) return closed(CloseCode.NOT_ALLOWED);
        return patiently(
                viewer,
                () -> row(game.get()).compose(row -> {
                    if (row.isEmpty()) return closed(CloseCode.NOT_ALLOWED);
                    if (overLongAgo(row.get())) return closed(CloseCode.GAME_OVER);
                    var holder = UUID.randomUUID();
                    var request = new Resumes.Request(game.get(), message.ticket(), message.n(), holder);
                    return resumes.submit(request).map(result -> switch (result) {
                        case Resumes.Result.Seated(UUID player) ->
                            seated(new PlayerSeat(game.get(), player, holder, false, viewer));
                        case Resumes.Result.NoSeat _ -> new Entry.Closed(CloseCode.NOT_ALLOWED);
                        case Resumes.Result.Removed _ -> new Entry.Closed(CloseCode.REMOVED);
                        case Resumes.Result.Elsewhere _ -> new Entry.Closed(CloseCode.OPENED_ELSEWHERE);
                    });
                }));
    }

    /** The player gives the seat up for now. */
    public void left(PlayerSeat seat) {
        departures.left(seat.game(), seat.player(), seat.holder());
    }

    /** The socket of a seat is gone. To be called once for each seat entered. */
    public void lost(PlayerSeat seat) {
        rooms.leave(seat.game(), seat.viewer(), seat);
        departures.lost(seat.game(), seat.player(), seat.holder(), seat.viewer().rttMs());
    }

    /**
     * The game of a PIN. A storm of phones asks for the same one, which somebody watches here by then: whether it still takes
     * players is decided with its row, where they are seated.
     */
    private Future<Optional<GameRow>> byPin(String pin) {
        var known = pins.get(pin);
        var shown = known == null ? null : shown(known);
        if (shown != null && !shown.in(Phase.FINISHED)) return Future.succeededFuture(Optional.of(shown));
        return games.byPin(pool, pin).compose(game -> {
            if (game.isEmpty()) return Future.succeededFuture(Optional.empty());
            if (pins.size() >= PINS_KEPT) pins.clear();
            pins.put(pin, game.get());
            return games.load(pool, game.get());
        });
    }

    /** A game as its room shows it, which is recent enough for what never changes again; else as it is stored. */
    private Future<Optional<GameRow>> row(UUID game) {
        var shown = shown(game);
        return shown == null ? games.load(pool, game) : Future.succeededFuture(Optional.of(shown));
    }

    private GameRow shown(UUID game) {
        var room = rooms.of(game);
        return room == null ? null : room.row();
    }

    private Future<Entry> join(GameRow row, PlayMessage.Join message, Viewer viewer) {
        if (message.handover() != null) return takeOver(row.id(), message, viewer);
        if (message.invite() == null) return sit(row, message, viewer);
        return invites.opens(row.id(), message.invite(), message.key())
                .compose(opens -> opens
                        ? sit(row, message, viewer)
                        : refused(ErrorCode.INVITE_UNKNOWN, "This link was used, or is another game's."));
    }

    /** The seat of another phone, which gave its code away. */
    private Future<Entry> takeOver(UUID game, PlayMessage.Join message, Viewer viewer) {
        var holder = UUID.randomUUID();
        return handovers
                .take(game, message.handover(), message.key(), holder)
                .compose(player -> player.map(
                                id -> Future.succeededFuture(seated(new PlayerSeat(game, id, holder, false, viewer))))
                        .orElseGet(() -> refused(ErrorCode.HANDOVER_UNKNOWN, "This code was used, or is too old.")));
    }

    private Future<Entry> sit(GameRow row, PlayMessage.Join message, Viewer viewer) {
        var settings = row.frozen().plan().settings();
        if (!seated(settings, message.team())) {
            return refused(ErrorCode.TEAM_UNKNOWN, "Choose one of the game's teams.");
        }
        if (settings.entry().identify() != null && identity(message).isEmpty()) {
            return refused(ErrorCode.IDENTITY_NEEDED, "Say who you are, in 1 to 100 characters.");
        }
        var typed = Nickname.of(message.nickname());
        if (row.frozen().plan().settings().entry().names() == Names.MADE) {
            return joins.released(row.id(), typed)
                    .compose(released -> released
                            ? sit(row, typed.get(), message, viewer)
                            : sitAnonymously(
                                    row,
                                    MadeNames.draw(row.frozen().plan().language(), random()),
                                    message,
                                    viewer,
                                    DRAWS));
        }
        if (typed.isEmpty()) return refused(ErrorCode.NICKNAME_INVALID, "A nickname has 1 to 24 characters.");
        var plan = row.frozen().plan();
        return UnfitWords.fit(typed.get().text(), plan.settings().entry().filter(), plan.language())
                ? sit(row, typed.get(), message, viewer)
                : refused(ErrorCode.NICKNAME_REFUSED, "Choose another nickname.");
    }

    /** Under a name that was drawn, or one like it where somebody has it. */
    private Future<Entry> sitAnonymously(
            GameRow row, Nickname drawn, PlayMessage.Join message, Viewer viewer, int draws) {
        return sit(row, drawn, message, viewer)
                .compose(entry -> entry instanceof Entry.NameTaken(var free) && draws > 1
                        ? sitAnonymously(row, another(row, free), message, viewer, draws - 1)
                        : Future.succeededFuture(entry));
    }

    private static Nickname another(GameRow row, Optional<String> free) {
        return free.flatMap(Nickname::of)
                .orElseGet(() -> MadeNames.draw(row.frozen().plan().language(), random()));
    }

    private static RandomGenerator random() {
        return ThreadLocalRandom.current();
    }

    private Future<Entry> sit(GameRow row, Nickname nickname, PlayMessage.Join message, Viewer viewer) {
        var holder = UUID.randomUUID();
        var settings = row.frozen().plan().settings();
        boolean asked = settings.entry().identify() != null;
        var request = new Joins.Request(
                row.id(),
                message.key(),
                nickname,
                message.team(),
                Teams.Rule.of(settings),
                asked ? identity(message).orElse(null) : null,
                holder,
                clock.now());
        return joins.submit(request)
                .compose(result -> redeemed(message, row.id(), result))
                .map(result -> switch (result) {
                    case Joins.Result.Seated(UUID player, boolean fresh) ->
                        seated(new PlayerSeat(row.id(), player, holder, fresh, viewer));
                    case Joins.Result.Taken(var free) -> new Entry.NameTaken(free);
                    case Joins.Result.Removed _ -> new Entry.Closed(CloseCode.REMOVED);
                    case Joins.Result.Locked _ -> new Entry.Closed(CloseCode.LOCKED);
                    case Joins.Result.Full _ -> new Entry.Full();
                    case Joins.Result.TeamFull _ -> new Entry.Refused(ErrorCode.TEAM_FULL, "That team is full.");
                    case Joins.Result.NoGame _ -> new Entry.Closed(CloseCode.NO_SUCH_GAME);
                });
    }

    /** Whoever has come by a link of one's own has what it is for before the first state. */
    private Future<Joins.Result> redeemed(PlayMessage.Join message, UUID game, Joins.Result result) {
        if (message.invite() == null || !(result instanceof Joins.Result.Seated(UUID player, boolean _)))
            return Future.succeededFuture(result);
        return invites.redeem(game, message.invite(), message.key(), player).map(result);
    }

    /** Who a player says to be, as far as it can be kept. */
    private static Optional<String> identity(PlayMessage.Join message) {
        return Optional.ofNullable(message.identity())
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.codePointCount(0, text.length()) <= LONGEST_IDENTITY);
    }

    /** Whether a team is one that can be had, or none where there is none to choose. */
    private static boolean seated(Settings settings, String team) {
        if (settings.entry().sides().dealt()) return true;
        return team == null ? settings.teams().isEmpty() : known(settings, team);
    }

    private static boolean known(Settings settings, String team) {
        return settings.teams().stream().map(Team::id).anyMatch(team::equals);
    }

    private Entry seated(PlayerSeat seat) {
        rooms.enter(seat);
        return new Entry.Seated(seat);
    }

    private boolean overLongAgo(GameRow row) {
        return row.in(Phase.FINISHED) && clock.now() - row.game().since() > SHOWN_AFTER_END_MS;
    }

    /** Tries until the database answers; a full queue is a reason to wait as well. Gives up with the socket, or for a fault. */
    private Future<Entry> patiently(Viewer viewer, Supplier<Future<Entry>> attempt) {
        return retry.until(() -> !viewer.closed(), attempt)
                .otherwise(failure -> new Entry.Closed(viewer.closed() ? CloseCode.DRAINING : CloseCode.INTERNAL));
    }

    private static Future<Entry> refused(ErrorCode code, String message) {
        return Future.succeededFuture(new Entry.Refused(code, message));
    }

    private static Future<Entry> closed(CloseCode code) {
        return Future.succeededFuture(new Entry.Closed(code));
    }
}
