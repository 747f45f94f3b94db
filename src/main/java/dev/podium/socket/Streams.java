package dev.podium.socket;

import dev.podium.answer.Answers;
import dev.podium.database.DatabaseClock;
import dev.podium.database.Failures;
import dev.podium.http.ClientAddress;
import dev.podium.http.Problem;
import dev.podium.http.Refusals;
import dev.podium.loop.Retry;
import dev.podium.room.Entrance;
import dev.podium.room.Spectators;
import dev.podium.seat.Misses;
import dev.podium.wire.Audience;
import dev.podium.wire.CloseCode;
import dev.podium.wire.PlayMessage;
import dev.podium.wire.Read;
import dev.podium.wire.Wire;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * The other doors, for networks that refuse sockets: the answer to a request is the way out, and what comes in comes as requests of
 * their own ({@link Frames}). Behind them everything is as behind a socket.
 */
@Singleton
class Streams {
    private static final int RETRY_MS = 500;

    private final Vertx vertx;
    private final Entrance entrance;
    private final Answers answers;
    private final Spectators games;
    private final DatabaseClock clock;
    private final Misses misses;
    private final ClientAddress address;
    private final Refusals refusals;
    private final Heartbeat heartbeat;
    private final Drain drain;
    private final SocketMeters meters;
    private final StreamSigns signs;
    private final Retry admitting;

    Streams(
            Vertx vertx,
            Entrance entrance,
            Answers answers,
            Spectators games,
            DatabaseClock clock,
            Misses misses,
            ClientAddress address,
            Refusals refusals,
            Heartbeat heartbeat,
            Drain drain,
            SocketMeters meters,
            StreamSigns signs,
            MeterRegistry metrics) {
        this.vertx = vertx;
        this.entrance = entrance;
        this.answers = answers;
        this.games = games;
        this.clock = clock;
        this.misses = misses;
        this.address = address;
        this.refusals = refusals;
        this.heartbeat = heartbeat;
        this.drain = drain;
        this.meters = meters;
        this.signs = signs;
        this.admitting = new Retry("Letting a screen's stream in", vertx, metrics, RETRY_MS, Failures::moment);
    }

    void mount(@Observes Router router) {
        router.post("/api/play/stream")
                .handler(context -> SmallBody.read(context, refusals, body -> play(context, body)));
        router.post("/api/screen/stream")
                .handler(context -> SmallBody.read(context, refusals, body -> watch(context, body)));
    }

    private void play(RoutingContext context, String body) {
        var read = Wire.readPlay(body);
        if (Wire.isTooBig(body)) {
            refusals.refuse(context, Problem.tooLarge("At most 16 KiB are possible."));
        } else if (read instanceof Read.Ok<PlayMessage>(PlayMessage first) && entry(first)) {
            var outbound = outbound(context);
            var session = new PlayerSession(entrance, answers, clock, misses, outbound, address.of(context.request()));
            begin(context, session);
            signs.follow(session);
            session.take(first);
            drain.turnAway(outbound);
        } else {
            refusals.refuse(context, Problem.badRequest("Send one join or resume."));
        }
    }

    private void watch(RoutingContext context, String body) {
        if (!(Wire.readScreen(body) instanceof Read.Ok<String>(String token))) {
            refusals.refuse(context, Problem.badRequest("Send the token of a screen's link."));
            return;
        }
        var outbound = outbound(context);
        outbound.liveness().mute();
        var watcher = new Watcher(games, outbound, Audience.SCREEN, (_, _) -> {});
        begin(context, watcher);
        admitting
                .until(
                        () -> !outbound.closed(),
                        () -> games.byScreenToken(token).<Void>map(row -> {
                            row.ifPresentOrElse(watcher::watch, () -> outbound.close(CloseCode.NOT_ALLOWED));
                            return null;
                        }))
                .onFailure(fault -> outbound.close(CloseCode.INTERNAL));
        drain.turnAway(outbound);
    }

    private static boolean entry(PlayMessage message) {
        return message instanceof PlayMessage.Join || message instanceof PlayMessage.Resume;
    }

    private Outbound outbound(RoutingContext context) {
        var line = new StreamLine(vertx, context.response());
        return new Outbound(line, new Liveness(System.nanoTime()), meters);
    }

    /** A stream ends once, whoever ends it. */
    private void begin(RoutingContext context, Session session) {
        heartbeat.begin(session);
        context.response().exceptionHandler(broken -> {}).closeHandler(v -> over(session));
        context.response().endHandler(v -> over(session));
    }

    private void over(Session session) {
        if (!heartbeat.end(session.outbound())) return;
        session.outbound().gone();
        session.closed();
    }
}
