package dev.podium.socket;

import dev.podium.account.Hosts;
import dev.podium.account.SignedIn;
import dev.podium.database.DatabaseClock;
import dev.podium.database.Failures;
import dev.podium.loop.Retry;
import dev.podium.room.Spectators;
import dev.podium.state.GameRow;
import dev.podium.step.Reply;
import dev.podium.step.Steps;
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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The endpoint for hosts: whose session cookie is that of the game's owner sees all of the game and steers it. */
@WebSocket(path = "/ws/host/{game}", inboundProcessingMode = InboundProcessingMode.CONCURRENT)
class HostSocket extends Endpoint {
    private static final int RETRY_MS = 500;
    /** The query of whoever wants to see no more than a screen. */
    private static final String AS_SCREEN = "view=screen";

    private final Vertx vertx;
    private final Hosts hosts;
    private final HostSessions sessions;
    private final Spectators games;
    private final Steps steps;
    private final DatabaseClock clock;
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
            Spectators games,
            Steps steps,
            DatabaseClock clock,
            MeterRegistry metrics) {
        super(heartbeat, drain, meters);
        this.vertx = vertx;
        this.hosts = hosts;
        this.sessions = sessions;
        this.games = games;
        this.steps = steps;
        this.clock = clock;
        this.admitting = new Retry("Letting a host in", vertx, metrics, RETRY_MS, Failures::moment);
        this.commanding = new Retry("A host's command", vertx, metrics, RETRY_MS, Failures::moment);
        this.meters = meters;
    }

    @Override
    Session begin(WebSocketConnection connection, Visitor visitor, Outbound outbound) {
        var watcher = new Watcher(games, outbound, audience(connection), this::take);
        var gameId = connection.pathParam("game");
        admitting
                .until(() -> !outbound.closed(), () -> admit(watcher, gameId, visitor.cookie()))
                .onFailure(fault -> outbound.close(CloseCode.INTERNAL));
        return watcher;
    }

    /** A host may steer from a screen that a whole class looks at: nothing is sent to it that a screen is not to show. */
    private static Audience audience(WebSocketConnection connection) {
        return AS_SCREEN.equals(connection.handshakeRequest().query()) ? Audience.PRESENTER : Audience.HOST;
    }

    private Future<Void> admit(Watcher watcher, String gameId, String cookie) {
        return OwnContext.call(vertx, () -> hosts.byCookie(cookie))
                .compose(host -> host.isEmpty()
                        ? Future.succeededFuture(CloseCode.NOT_ALLOWED)
                        : find(gameId).map(row -> admit(watcher, host.get(), row, cookie)))
                .map(refusal -> {
                    if (refusal != null) watcher.outbound().close(refusal);
                    return null;
                });
    }

    /** Gives why not, or null. */
    private CloseCode admit(Watcher watcher, SignedIn host, Optional<GameRow> row, String cookie) {
        var own = row.filter(found -> found.frozen().owner().equals(host.id()));
        if (own.isEmpty()) return CloseCode.NO_SUCH_GAME;
        watcher.watch(own.get());
        sessions.watch(watcher.outbound(), cookie);
        return null;
    }

    private void take(Watcher watcher, HostMessage message) {
        switch (message) {
            case HostMessage.Ping(String t) -> watcher.outbound().send(Frame.pong(t, clock.now()));
            case HostMessage.Command(String id, var command, Long seq) ->
                carryOut(watcher, id, game -> steps.carryOut(game, id, command, seq));
            case HostMessage.Append(String id, UUID quiz) ->
                carryOut(watcher, id, game -> steps.append(game, id, quiz));
        }
    }

    private void carryOut(Watcher watcher, String id, Function<UUID, Future<Reply>> command) {
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
    private void carryOut(Watcher watcher, UUID game, String id, Function<UUID, Future<Reply>> command) {
        var outbound = watcher.outbound();
        commanding
                .until(() -> !outbound.closed(), () -> command.apply(game))
                .otherwise(fault -> new Reply("failed", games.seq(game)))
                .onSuccess(reply -> {
                    watcher.end();
                    outbound.send(frame(id, reply));
                });
    }

    private static String frame(String id, Reply reply) {
        return reply.done() ? Frame.done(id, reply.seq()) : Frame.refused(id, reply.reason(), reply.seq());
    }

    private Future<Optional<GameRow>> find(String gameId) {
        try {
            return games.find(UUID.fromString(gameId));
        } catch (IllegalArgumentException e) {
            return Future.succeededFuture(Optional.empty());
        }
    }
}
