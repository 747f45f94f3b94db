package dev.podium.socket;

import dev.podium.answer.Answers;
import dev.podium.database.DatabaseClock;
import dev.podium.http.ClientAddress;
import dev.podium.http.Problem;
import dev.podium.http.Refusals;
import dev.podium.loop.Trace;
import dev.podium.room.PlayerSeat;
import dev.podium.seat.Departures;
import dev.podium.seat.Holdings;
import dev.podium.seat.Misses;
import dev.podium.seat.Ticket;
import dev.podium.wire.Carried;
import dev.podium.wire.CloseCode;
import dev.podium.wire.ErrorCode;
import dev.podium.wire.Frame;
import dev.podium.wire.PlayMessage;
import dev.podium.wire.Read;
import dev.podium.wire.Wire;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Takes players' frames that come as requests of their own, for any seat, whichever instance has its stream. */
@Singleton
class Frames {
    private static final Logger LOG = Logger.getLogger(Frames.class);
    /** Who has no answer by then sends again. */
    private static final int PATIENCE_S = 10;
    /** Tickets whose budget is remembered; the one unused for longest goes for the next. */
    private static final int BUDGETS = 20_000;

    private final Holdings holdings;
    private final Departures departures;
    private final Answers answers;
    private final DatabaseClock clock;
    private final Misses misses;
    private final ClientAddress address;
    private final Refusals refusals;
    private final SocketMeters meters;
    private final Budgets budgets = new Budgets(BUDGETS, System::nanoTime);

    Frames(
            Holdings holdings,
            Departures departures,
            Answers answers,
            DatabaseClock clock,
            Misses misses,
            ClientAddress address,
            Refusals refusals,
            SocketMeters meters) {
        this.holdings = holdings;
        this.departures = departures;
        this.answers = answers;
        this.clock = clock;
        this.misses = misses;
        this.address = address;
        this.refusals = refusals;
        this.meters = meters;
    }

    void mount(@Observes Router router) {
        router.post("/api/play/frame")
                .handler(context -> SmallBody.read(context, refusals, body -> take(context, body)));
    }

    private void take(RoutingContext context, String body) {
        switch (Wire.readCarried(body)) {
            case Read.Ok<Carried>(Carried carried) -> {
                var reply = new Reply();
                if (spend(carried.ticket(), body, reply)) {
                    take(carried, address.of(context.request()), reply);
                }
                reply.frames()
                        .timeout(PATIENCE_S, TimeUnit.SECONDS)
                        .onSuccess(frames -> answer(context, frames))
                        .onFailure(why -> unanswered(context, why));
            }
            case Read.Wrong<Carried> wrong -> refusals.refuse(context, Problem.badRequest(wrong.reason()));
        }
    }

    private void take(Carried carried, String from, Reply reply) {
        var game = Ticket.game(carried.ticket());
        if (game.isEmpty()) {
            missed(from, reply);
            return;
        }
        var request = new Holdings.Request(game.get(), carried.ticket(), carried.n());
        holdings.find(request).onFailure(reply::fail).onSuccess(found -> {
            if (found.isEmpty()) missed(from, reply);
            else if (found.get().removed()) reply.close(CloseCode.REMOVED);
            else take(game.get(), found.get(), carried.frame(), reply);
        });
    }

    private void take(UUID game, Holdings.Held held, Read<PlayMessage> read, Reply reply) {
        if (held.outdone()) reply.outdone();
        reply.kept(held.rttMs());
        switch (read) {
            case Read.Ok<PlayMessage>(PlayMessage.Answer answer) ->
                answers.take(PlayerSeat.away(game, held.player(), held.holder(), held.extra(), reply), answer);
            case Read.Ok<PlayMessage>(PlayMessage.Ping ping) -> reply.send(Frame.pong(ping.t(), clock.now()));
            case Read.Ok<PlayMessage>(PlayMessage.Leave _) -> {
                if (!held.outdone()) departures.left(game, held.player(), held.holder());
                reply.done();
            }
            case Read.Ok<PlayMessage> _ ->
                reply.send(Frame.error(ErrorCode.UNEXPECTED, "A seat is taken by a stream.", null));
            case Read.Wrong<PlayMessage> wrong -> reply.send(Frame.error(wrong));
        }
    }

    private void missed(String from, Reply reply) {
        reply.close(misses.allow(from) ? CloseCode.NOT_ALLOWED : CloseCode.TOO_MANY_TRIES);
    }

    /** False when twice the budget is spent; then the reply is made. */
    private boolean spend(String ticket, String body, Reply reply) {
        var spent = budgets.spend(ticket, body.getBytes(StandardCharsets.UTF_8).length);
        if (spent == Budget.Spent.DOUBLE) {
            meters.closed(CloseCode.FLOODED);
            reply.close(CloseCode.FLOODED);
        } else if (spent == Budget.Spent.BEYOND) {
            meters.beyondBudget();
            reply.first(Frame.error(ErrorCode.SLOW_DOWN, "Send less at once.", null));
        }
        return spent != Budget.Spent.DOUBLE;
    }

    private static void answer(RoutingContext context, List<String> frames) {
        if (context.response().closed()) return;
        context.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store, no-transform")
                .putHeader("Content-Encoding", "identity")
                .end("{\"frames\":[" + String.join(",", frames) + "]}");
    }

    private void unanswered(RoutingContext context, Throwable why) {
        if (!(why instanceof TimeoutException)) {
            LOG.debugf("A frame was not answered: %s", Trace.of(why));
        }
        if (context.response().closed()) return;
        context.response().putHeader("Retry-After", "1");
        refusals.refuse(context, Problem.of(503, "Busy", "Send it again."));
    }
}
