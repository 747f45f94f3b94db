package dev.podium.socket;

import dev.podium.database.DatabaseClock;
import dev.podium.database.Failures;
import dev.podium.loop.Retry;
import dev.podium.room.Spectators;
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

/** The endpoint for screens: whoever has the link sees the game, and can do nothing to it. */
@WebSocket(path = "/ws/screen/{token}", inboundProcessingMode = InboundProcessingMode.CONCURRENT)
class ScreenSocket extends Endpoint {
    private static final int RETRY_MS = 500;

    private final Spectators games;
    private final DatabaseClock clock;
    private final Retry retry;

    ScreenSocket(
            Heartbeat heartbeat,
            Drain drain,
            SocketMeters meters,
            Spectators games,
            DatabaseClock clock,
            Vertx vertx,
            MeterRegistry metrics) {
        super(heartbeat, drain, meters);
        this.games = games;
        this.clock = clock;
        this.retry = new Retry("Letting a screen in", vertx, metrics, RETRY_MS, Failures::moment);
    }

    @Override
    Session begin(WebSocketConnection connection, Visitor visitor, Outbound outbound) {
        var watcher = new Watcher(games, outbound, Audience.SCREEN, this::take);
        var token = connection.pathParam("token");
        retry.until(() -> !outbound.closed(), () -> admit(watcher, token))
                .onFailure(fault -> outbound.close(CloseCode.INTERNAL));
        return watcher;
    }

    private Future<Void> admit(Watcher watcher, String token) {
        return games.byScreenToken(token).map(row -> {
            row.ifPresentOrElse(watcher::watch, () -> watcher.outbound().close(CloseCode.NOT_ALLOWED));
            return null;
        });
    }

    private void take(Watcher watcher, HostMessage message) {
        watcher.outbound()
                .send(
                        switch (message) {
                            case HostMessage.Ping(String t) -> Frame.pong(t, clock.now());
                            case HostMessage.Command command ->
                                Frame.error(ErrorCode.UNEXPECTED, "A screen steers nothing.", command.id());
                            case HostMessage.Append(String id, var _) ->
                                Frame.error(ErrorCode.UNEXPECTED, "A screen steers nothing.", id);
                        });
    }
}
