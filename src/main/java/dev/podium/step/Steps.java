package dev.podium.step;

import dev.podium.answer.AnswerStore;
import dev.podium.bus.GameBus;
import dev.podium.game.Command;
import dev.podium.game.Decision;
import dev.podium.game.Event;
import dev.podium.game.Game;
import dev.podium.game.Phase;
import dev.podium.game.Round;
import dev.podium.game.Rules;
import dev.podium.http.Problem;
import dev.podium.instance.Heartbeat;
import dev.podium.library.Library;
import dev.podium.room.Rooms;
import dev.podium.seat.Presence;
import dev.podium.state.Frozen;
import dev.podium.state.GameReader;
import dev.podium.state.GameRow;
import dev.podium.step.Journal.Context;
import dev.podium.traces.Traced;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

/**
 * Takes a game one step further, in one short transaction: lock, time, decide, append, store, remember the reply.
 *
 * <p>The time that decides is the database's, read after the lock. Notices go out after the commit.
 */
@ApplicationScoped
public class Steps {
    /** Three times as long as an instance with a host takes to say so. */
    private static final long HOSTS_AWAY_MS = TimeUnit.SECONDS.toMillis(45);

    /** A game moves a few times a minute; one that always moves while somebody adds up is steered by a machine. */
    private static final int TIMES_WORKED_OUT = 5;

    private static final Asked CLOCK = new Asked(null, Hand.NONE);

    /** Of a quiz that there is not, or not for this host. */
    private static final Command.Append NO_ROUND = new Command.Append(null, List.of());

    private final SecureRandom random = new SecureRandom();
    private final Vertx vertx;
    private final Library library;
    private final Pool pool;
    private final GameReader games;
    private final AnswerStore answers;
    private final Rooms rooms;
    private final GameBus bus;
    private final Heartbeat heartbeat;
    private final Regrading regrading;

    Steps(
            Vertx vertx,
            Library library,
            Pool pool,
            GameReader games,
            AnswerStore answers,
            Rooms rooms,
            GameBus bus,
            Heartbeat heartbeat,
            Regrading regrading) {
        this.vertx = vertx;
        this.library = library;
        this.pool = pool;
        this.games = games;
        this.answers = answers;
        this.rooms = rooms;
        this.bus = bus;
        this.heartbeat = heartbeat;
        this.regrading = regrading;
    }

    /**
     * A command as it was asked for.
     *
     * @param id made by the client
     * @param traced what it is a part of
     */
    public record Asked(String id, Hand hand, Traced traced) {
        public Asked(String id, Hand hand) {
            this(id, hand, Traced.NONE);
        }
    }

    /**
     * Carries out a host's command. The same id again gets the first reply. After an outage it waits until the open
     * questions have their time back, for what it decides depends on that.
     *
     * @param seq the game's seq that the host saw; null where it did not say
     */
    public Future<Reply> carryOut(UUID game, Asked asked, Command command, Long seq) {
        return heartbeat.vouched().compose(v -> settled(game, command)).compose(v -> switch (command) {
            case Command.Regrade _, Command.Ungrade _ -> judgeAgain(game, asked, command, TIMES_WORKED_OUT);
            default -> carryOut(game, asked, command, seq, null);
        });
    }

    /**
     * Lets another quiz follow on the last, frozen as it is now; one that the game's owner may launch.
     *
     * @see #carryOut(UUID, Asked, Command, Long)
     */
    public Future<Reply> append(UUID game, Asked asked, UUID quiz) {
        return heartbeat
                .vouched()
                .compose(v -> games.load(pool, game))
                .compose(row -> vertx.executeBlocking(
                        () -> row.map(found -> round(found, quiz)).orElse(NO_ROUND), false))
                .compose(append -> carryOut(game, asked, append, null, null));
    }

    private Command.Append round(GameRow row, UUID quiz) {
        try {
            var record = library.launchable(row.frozen().owner(), quiz);
            var questions = row.frozen().plan().freeze(record.questions(), random);
            return new Command.Append(new Round(quiz, record.title(), questions.size()), questions);
        } catch (Problem.Refusal none) {
            return NO_ROUND;
        }
    }

    /** Works out what it leads to before the game has to wait for it, and anew where the game has moved meanwhile. */
    private Future<Reply> judgeAgain(UUID game, Asked asked, Command command, int tries) {
        return games.load(pool, game)
                .compose(row -> row.map(found -> workOut(found, command)).orElseGet(Future::succeededFuture))
                .compose(regraded -> carryOut(game, asked, command, null, regraded))
                .compose(reply -> Reply.BUSY.equals(reply.reason()) && tries > 1
                        ? judgeAgain(game, asked, command, tries - 1)
                        : Future.succeededFuture(reply));
    }

    /** Null where the game has something against it. */
    private Future<Regraded> workOut(GameRow row, Command command) {
        return switch (Rules.decide(
                row.game(), row.frozen().plan(), command, row.game().since())) {
            case Decision.Accepted(Event.Regraded(int question, var _), Game next) ->
                regrading.workOut(row, next, question);
            case Decision.Accepted(Event.Ungraded(int question), Game next) -> regrading.workOut(row, next, question);
            default -> Future.succeededFuture();
        };
    }

    private Future<Reply> carryOut(UUID game, Asked asked, Command command, Long seq, Regraded regraded) {
        return inTransaction(games::lock, game, asked, (client, locked, context) -> {
            if (context.earlier().isPresent()) {
                return unchanged(context.earlier().get());
            }
            if (locked.isEmpty()) return unchanged(new Reply("unknown", 0));
            var row = locked.get();
            if (command.checksSeq() && (seq == null || seq != row.seq())) {
                return remembered(client, row, asked.id(), new Step(new Reply("stale", row.seq()), null));
            }
            return step(client, row, command, context.now(), asked, regraded)
                    .compose(step -> step.next != null || Reply.BUSY.equals(step.reply.reason())
                            ? done(step)
                            : remembered(client, row, asked.id(), step));
        });
    }

    /** Gives an open question back the time since {@code aliveAt}, in which no instance was alive; waits for the row. */
    public Future<Reply> makeUp(UUID game, long aliveAt) {
        return own(games::lock, game, now -> new Command.Outage(now - aliveAt));
    }

    /**
     * Tries what a clock may do now: due steps, everybody has answered. Does nothing when another clock is doing it already,
     * or when nothing is due.
     */
    public Future<Reply> attempt(UUID game, Command command) {
        return settled(game, command).compose(v -> own(games::lockForClock, game, now -> command));
    }

    private Future<Reply> own(
            BiFunction<SqlClient, UUID, Future<Optional<GameRow>>> lock, UUID game, LongFunction<Command> command) {
        return inTransaction(lock, game, CLOCK, (client, locked, context) -> {
            if (locked.isEmpty()) return unchanged(new Reply("busy", 0));
            var now = command.apply(context.now());
            return waitsForHost(locked.get(), now, context)
                    ? unchanged(new Reply(Reply.HOSTS_AWAY, locked.get().seq()))
                    : step(client, locked.get(), now, context.now(), CLOCK, null);
        });
    }

    /** The lock and what is asked once it is held go out together: each way to the database and back is felt. */
    private Future<Reply> inTransaction(
            BiFunction<SqlClient, UUID, Future<Optional<GameRow>>> lock, UUID game, Asked asked, Work work) {
        var transaction = asked.traced.begin("transaction step").note("podium.game", game);
        return transaction
                .over(pool.withTransaction(client -> {
                    var locked = lock.apply(client, game);
                    var context = Journal.context(client, game, asked.id);
                    return Future.all(locked, context).compose(v -> work.on(client, locked.result(), context.result()));
                }))
                .map(step -> announce(step, transaction));
    }

    /** Answers on their way through this instance come first when a question may be about to close. */
    private Future<Void> settled(UUID game, Command command) {
        return switch (command) {
            case Command.Tick _, Command.AllAnswered _, Command.Skip _, Command.End _ -> answers.settled(game);
            default -> Future.succeededFuture();
        };
    }

    /**
     * @param asked the host's command, remembered with the step, or a clock's
     * @param regraded what was worked out for it, or null
     */
    private static Future<Step> step(
            SqlClient client, GameRow row, Command command, long now, Asked asked, Regraded regraded) {
        if (command instanceof Command.AllAnswered) {
            return Presence.withoutAnswer(client, row.id(), row.game().question(), now)
                    .compose(waiting -> waiting == 0
                            ? decide(client, row, command, now, asked, regraded)
                            : unchanged(new Reply("waiting", row.seq())));
        }
        if (command instanceof Command.Tick && row.game().outlasts(now)) {
            return outlasted(client, row, now)
                    .compose(longer -> longer
                            ? unchanged(new Reply(Reply.OUTLASTED, row.seq()))
                            : decide(client, row, command, now, asked, regraded));
        }
        return decide(client, row, command, now, asked, regraded);
    }

    private static Future<Boolean> outlasted(SqlClient client, GameRow row, long now) {
        var game = row.game();
        return Presence.outlasts(
                client,
                row.id(),
                game.question(),
                now,
                game.closesAt() + Game.GRACE_MS,
                row.question().orElseThrow().timeLimitMs());
    }

    private static Future<Step> decide(
            SqlClient client, GameRow row, Command command, long now, Asked asked, Regraded regraded) {
        return switch (Rules.decide(row.game(), row.frozen().plan(), command, now)) {
            case Decision.Refused refused -> unchanged(new Reply(refused.reason(), row.seq()));
            case Decision.Accepted accepted -> {
                if (judges(accepted.event()) && (regraded == null || regraded.seq() != row.seq())) {
                    yield unchanged(new Reply(Reply.BUSY, row.seq()));
                }
                var next = new GameRow(grown(row, command), accepted.game());
                yield Effects.of(accepted.event(), client, row, next, regraded)
                        .compose(reason -> reason == null
                                ? Journal.save(client, next, accepted.event(), now, asked.id(), asked.hand())
                                        .map(v -> new Step(new Reply(null, next.seq()), next))
                                : unchanged(new Reply(reason, row.seq())));
            }
        };
    }

    private static Frozen grown(GameRow row, Command command) {
        return command instanceof Command.Append(var round, var questions)
                ? row.frozen().with(row.frozen().plan().append(round, questions))
                : row.frozen();
    }

    private static boolean judges(Event event) {
        return event instanceof Event.Regraded || event instanceof Event.Ungraded;
    }

    /** A game that moves by itself waits with its reveal until a host is there again. */
    private static boolean waitsForHost(GameRow row, Command command, Context context) {
        return command instanceof Command.Tick
                && row.in(Phase.REVEAL)
                && context.now() - context.hostsAt() > HOSTS_AWAY_MS;
    }

    private static Future<Step> remembered(SqlClient client, GameRow row, String id, Step step) {
        return Journal.remember(client, row.id(), id, step.reply).map(step);
    }

    private Reply announce(Step step, Traced transaction) {
        if (step.next != null) {
            rooms.moved(step.next, transaction);
            bus.publish(step.next.id(), transaction);
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

    /** @param next the game after it, or null when it has not moved */
    private record Step(Reply reply, GameRow next) {}
}
