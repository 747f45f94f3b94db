package dev.podium.socket;

import dev.podium.account.Hosts;
import dev.podium.crew.Crew;
import dev.podium.crew.Steering;
import dev.podium.database.DatabaseClock;
import dev.podium.database.Failures;
import dev.podium.loop.Retry;
import dev.podium.room.Spectators;
import dev.podium.seat.Misses;
import dev.podium.step.Hand;
import dev.podium.step.Reply;
import dev.podium.step.Steps;
import dev.podium.traces.Traces;
import dev.podium.wire.Audience;
import dev.podium.wire.CloseCode;
import dev.podium.wire.ErrorCode;
import dev.podium.wire.Frame;
import dev.podium.wire.HostMessage;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * The endpoint for those who steer: by the session cookie of a host of the game, or by the link of a remote, which stands in the
 * request.
 */
@WebSocket(path = "/ws/host/{game}", inboundProcessingMode = InboundProcessingMode.CONCURRENT)
class HostSocket extends Endpoint {
    private static final int RETRY_MS = 500;
    /** In the query of whoever wants to see no more than a screen. */
    private static final String AS_SCREEN = "view=screen";

    private static final String REMOTE = "remote=";
    /** What is no id is the id of no game: whoever asks is judged first. */
    private static final UUID NOBODYS = new UUID(0, 0);

    private final Vertx vertx;
    private final Hosts hosts;
    private final HostSessions sessions;
    private final Crew crew;
    private final Misses misses;
    private final Spectators games;
    private final Steps steps;
    private final DatabaseClock clock;
    private final Traces traces;
    private final Retry admitting;
    private final Retry commanding;
    private final SocketMeters meters;

    HostSocket(
            Heartbeat heartbeat,
            Drain drain,
            SocketMeters meters,
            Vertx vertx,
            Hosts hosts,
            HostSessions sessions,
            Crew crew,
            Misses misses,
            Spectators games,
            Steps steps,
            DatabaseClock clock,
            Traces traces,
            MeterRegistry metrics) {
        super(heartbeat, drain, meters);
        this.vertx = vertx;
        this.hosts = hosts;
        this.sessions = sessions;
        this.crew = crew;
        this.misses = misses;
        this.games = games;
        this.steps = steps;
        this.clock = clock;
        this.traces = traces;
        this.admitting = new Retry("Letting a host in", vertx, metrics, RETRY_MS, Failures::moment);
        this.commanding = new Retry("A host's command", vertx, metrics, RETRY_MS, Failures::moment);
        this.meters = meters;
    }

    @Override
    Session begin(WebSocketConnection connection, Visitor visitor, Outbound outbound) {
        var asked =
                List.of(Objects.requireNonNullElse(connection.handshakeRequest().query(), "")
                        .split("&"));
        var link = asked.stream()
                .filter(part -> part.startsWith(REMOTE))
                .map(part -> part.substring(REMOTE.length()))
                .findFirst();
        var watcher = new Watcher(games, outbound, audience(asked, link.isPresent()), this::take);
        var game = id(connection.pathParam("game")).orElse(NOBODYS);
        admitting
                .until(() -> !outbound.closed(), () -> admit(watcher, game, link, visitor))
                .onFailure(fault -> outbound.close(CloseCode.INTERNAL));
        return watcher;
    }

    /** A host may steer from a screen that a whole class looks at: nothing is sent to it that a screen is not to show. */
    private static Audience audience(List<String> asked, boolean remote) {
        if (asked.contains(AS_SCREEN)) return Audience.PRESENTER;
        return remote ? Audience.REMOTE : Audience.HOST;
    }

    private Future<Void> admit(Watcher watcher, UUID game, Optional<String> link, Visitor visitor) {
        return link.map(carried -> crew.remote(game, carried)
                        .compose(remote -> remote.isEmpty()
                                ? Future.succeededFuture(missed(visitor))
                                : admit(watcher, remote.get(), null)))
                .orElseGet(() -> OwnContext.call(vertx, () -> hosts.byCookie(visitor.cookie()))
                        .compose(host -> host.isEmpty()
                                ? Future.succeededFuture(CloseCode.NOT_ALLOWED)
                                : admitHost(
                                        watcher, new Steering(game, host.get().id(), null), visitor.cookie())))
                .map(refusal -> {
                    if (refusal != null) watcher.outbound().close(refusal);
                    return null;
                });
    }

    /** Whoever guesses at links is told so, by address, after a while. */
    private CloseCode missed(Visitor visitor) {
        return misses.allow(visitor.address()) ? CloseCode.NOT_ALLOWED : CloseCode.TOO_MANY_TRIES;
    }

    private Future<CloseCode> admitHost(Watcher watcher, Steering host, String cookie) {
        return crew.steers(host.host(), host.game())
                .compose(may -> may ? admit(watcher, host, cookie) : Future.succeededFuture(CloseCode.NO_SUCH_GAME));
    }

    /** Gives why not, or null. */
    private Future<CloseCode> admit(Watcher watcher, Steering steering, String cookie) {
        return games.find(steering.game()).map(row -> {
            if (row.isEmpty()) return CloseCode.NO_SUCH_GAME;
            watcher.watch(row.get(), new Hand(steering.host(), steering.remote()));
            sessions.watch(watcher.outbound(), steering, cookie);
            return null;
        });
    }

    private void take(Watcher watcher, HostMessage message) {
        switch (message) {
            case HostMessage.Ping(String t) -> watcher.outbound().send(Frame.pong(t, clock.now()));
            case HostMessage.Command(String id, var command, Long seq) ->
                carryOut(watcher, id, (game, asked) -> steps.carryOut(game, asked, command, seq));
            case HostMessage.Append(String id, UUID quiz) ->
                carryOut(watcher, id, (game, asked) -> steps.append(game, asked, quiz));
        }
    }

    private void carryOut(Watcher watcher, String id, BiFunction<UUID, Steps.Asked, Future<Reply>> command) {
        var game = watcher.game();
        if (game == null) {
            watcher.outbound().send(Frame.error(ErrorCode.UNEXPECTED, "Wait for the game.", id));
        } else if (watcher.begin()) {
            carryOut(watcher, game, id, command);
        } else {
            meters.busy();
            watcher.outbound().send(Frame.refused(id, "busy", games.seq(game)));
        }
    }

    /**
     * Where it fails it is tried again with its id, as long as the host is there: done once, and not left without a reply. One
     * that meets a fault of ours is refused, and not remembered.
     */
    private void carryOut(Watcher watcher, UUID game, String id, BiFunction<UUID, Steps.Asked, Future<Reply>> command) {
        var outbound = watcher.outbound();
        var traced = traces.command();
        var asked = new Steps.Asked(id, watcher.hand(), traced);
        commanding
                .until(() -> !outbound.closed(), () -> command.apply(game, asked))
                .otherwise(fault -> new Reply("failed", games.seq(game)))
                .onSuccess(reply -> {
                    watcher.end();
                    outbound.send(frame(id, reply));
                    traced.end();
                });
    }

    private static String frame(String id, Reply reply) {
        return reply.done() ? Frame.done(id, reply.seq()) : Frame.refused(id, reply.reason(), reply.seq());
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
