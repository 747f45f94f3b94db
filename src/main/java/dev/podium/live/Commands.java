package dev.podium.live;

import dev.podium.bus.GameBus;
import dev.podium.game.Command;
import dev.podium.game.Decision;
import dev.podium.game.Event;
import dev.podium.game.Phase;
import dev.podium.game.Rules;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

/**
 * Takes a game one step further, in one short transaction: lock, time, decide, append, store, remember the reply.
 *
 * <p>The time that decides is the database's, read after the lock. Notices go out after the commit.
 */
@ApplicationScoped
public class Commands {
    /** Why a clock's step waits. */
    static final String HOSTS_AWAY = "hosts-away";
    /** Three times as long as an instance with a host takes to say so. */
    private static final long HOSTS_AWAY_MS = 3 * Clocks.SWEEP_MS;

    private final Pool pool;
    private final GameStore store;
    private final AnswerBuffer answers;
    private final Rooms rooms;
    private final GameBus bus;
    private final Life life;

    Commands(Pool pool, GameStore store, AnswerBuffer answers, Rooms rooms, GameBus bus, Life life) {
        this.pool = pool;
        this.store = store;
        this.answers = answers;
        this.rooms = rooms;
        this.bus = bus;
        this.life = life;
    }

    /**
     * What became of a command.
     *
     * @param reason why it was refused, or null when it is done
     * @param seq the game's after it
     */
    public record Reply(String reason, long seq) {
        public boolean done() {
            return reason == null;
        }
    }

    /**
     * Carries out a host's command. The same id again gets the first reply. After an outage it waits until the open
     * questions have their time back, for what it decides depends on that.
     *
     * @param seq the game's seq that the host saw; null where it did not say
     */
    public Future<Reply> carryOut(UUID game, String id, Command command, Long seq) {
        return life.vouched()
                .compose(v -> settled(game, command))
                .compose(v -> inTransaction(store::lock, game, id, (client, locked, context) -> {
                    if (context.earlier.isPresent()) return unchanged(context.earlier.get());
                    var row = locked.orElseThrow();
                    if (command.checksSeq() && (seq == null || seq != row.seq())) {
                        return remember(client, row, id, new Step(new Reply("stale", row.seq()), null));
                    }
                    return step(client, row, command, context.now, id)
                            .compose(step -> step.next == null ? remember(client, row, id, step) : done(step));
                }));
    }

    /** Gives open questions back the time since {@code aliveAt}, in which no instance was alive; waits for the row. */
    Future<Reply> makeUp(UUID game, long aliveAt) {
        return own(store::lock, game, now -> new Command.Outage(now - aliveAt));
    }

    /**
     * Tries what a clock may do now: due steps, everybody has answered. Does nothing when another clock is doing it already,
     * or when nothing is due.
     */
    Future<Reply> attempt(UUID game, Command command) {
        return settled(game, command).compose(v -> own(store::lockForClock, game, now -> command));
    }

    private Future<Reply> own(
            BiFunction<SqlClient, UUID, Future<Optional<GameRow>>> lock, UUID game, LongFunction<Command> command) {
        return inTransaction(lock, game, null, (client, locked, context) -> {
            if (locked.isEmpty()) return unchanged(new Reply("busy", 0));
            var now = command.apply(context.now);
            return waitsForHost(locked.get(), now, context)
                    ? unchanged(new Reply(HOSTS_AWAY, locked.get().seq()))
                    : step(client, locked.get(), now, context.now, null);
        });
    }

    /** The lock and what is asked once it is held go out together: each way to the database and back is felt. */
    private Future<Reply> inTransaction(
            BiFunction<SqlClient, UUID, Future<Optional<GameRow>>> lock, UUID game, String commandId, Work work) {
        return pool.withTransaction(client -> {
                    var locked = lock.apply(client, game);
                    var context = context(client, game, commandId);
                    return Future.all(locked, context).compose(v -> work.on(client, locked.result(), context.result()));
                })
                .map(this::announce);
    }

    /** Answers on their way through this instance come first when a question may be about to close. */
    private Future<Void> settled(UUID game, Command command) {
        return switch (command) {
            case Command.Tick _ -> answers.settled(game);
            case Command.AllAnswered _ -> answers.settled(game);
            case Command.Skip _ -> answers.settled(game);
            case Command.End _ -> answers.settled(game);
            default -> Future.succeededFuture();
        };
    }

    /** @param id the host's command, remembered with the step, or null for a clock's */
    private Future<Step> step(SqlClient client, GameRow row, Command command, long now, String id) {
        if (command instanceof Command.AllAnswered) {
            return Seats.presentWithoutAnswer(client, row.id(), row.game().question(), now)
                    .compose(waiting -> waiting == 0
                            ? decide(client, row, command, now, id)
                            : unchanged(new Reply("waiting", row.seq())));
        }
        return decide(client, row, command, now, id);
    }

    private Future<Step> decide(SqlClient client, GameRow row, Command command, long now, String id) {
        return switch (Rules.decide(row.game(), row.frozen().plan(), command, now)) {
            case Decision.Refused refused -> unchanged(new Reply(refused.reason(), row.seq()));
            case Decision.Accepted accepted -> {
                var next = new GameRow(row.frozen(), accepted.game());
                yield effects(client, row, accepted.event())
                        .compose(possible -> possible
                                ? store.save(client, next, accepted.event(), now, id)
                                        .map(v -> new Step(new Reply(null, next.seq()), next))
                                : unchanged(new Reply("unknown", row.seq())));
            }
        };
    }

    /** What an event does to seats. Gives false when the seat it names does not exist. */
    private static Future<Boolean> effects(SqlClient client, GameRow row, Event event) {
        var id = row.id();
        return switch (event) {
            case Event.Closed _ -> scored(client, row, true);
            case Event.Skipped _ -> scored(client, row, false);
            case Event.Kicked kicked -> Seats.remove(client, id, kicked.player());
            case Event.Released released -> Seats.release(client, id, released.player());
            case Event.Shifted shifted ->
                Seats.moved(client, id, shifted.gapMs()).map(true);
            default -> Future.succeededFuture(true);
        };
    }

    private static Future<Boolean> scored(SqlClient client, GameRow row, boolean counts) {
        var settings = row.frozen().plan().settings();
        return Scores.add(
                        client, row.id(), row.game().question(), row.question().orElseThrow(), counts, settings)
                .map(true);
    }

    /** A game that moves by itself waits with its reveal until a host is there again. */
    private static boolean waitsForHost(GameRow row, Command command, Context context) {
        return command instanceof Command.Tick && row.in(Phase.REVEAL) && context.now - context.hostsAt > HOSTS_AWAY_MS;
    }

    /** The time, and how this transaction is to look at seats. */
    private static Future<Context> context(SqlClient client, UUID game, String commandId) {
        return client.preparedQuery("""
                        SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now, g.hosts_at, c.id, c.reason, c.seq,
                               set_config('enable_nestloop', 'off', true)
                        FROM game g LEFT JOIN game_command c ON c.game_id = g.id AND c.id = $2
                        WHERE g.id = $1
                        """).execute(Tuple.of(game, commandId)).map(rows -> {
            var row = rows.iterator().next();
            var earlier = row.getString("id") == null
                    ? Optional.<Reply>empty()
                    : Optional.of(new Reply(row.getString("reason"), row.getLong("seq")));
            return new Context(row.getLong("now"), row.getLong("hosts_at"), earlier);
        });
    }

    private static Future<Step> remember(SqlClient client, GameRow row, String id, Step step) {
        return client.preparedQuery("INSERT INTO game_command (game_id, id, reason, seq) VALUES ($1, $2, $3, $4)")
                .execute(Tuple.of(row.id(), id, step.reply.reason, step.reply.seq))
                .map(step);
    }

    private Reply announce(Step step) {
        if (step.next != null) {
            rooms.moved(step.next);
            bus.publish(step.next.id());
        }
        return step.reply;
    }

    private static Future<Step> unchanged(Reply reply) {
        return done(new Step(reply, null));
    }

    private static Future<Step> done(Step step) {
        return Future.succeededFuture(step);
    }

    /** What is done with a game whose row is locked. */
    private interface Work {
        Future<Step> on(SqlClient client, Optional<GameRow> locked, Context context);
    }

    /** @param hostsAt when a host was last seen */
    private record Context(long now, long hostsAt, Optional<Reply> earlier) {}

    /** @param next the game after it, or null when it has not moved */
    private record Step(Reply reply, GameRow next) {}
}
