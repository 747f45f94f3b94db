package dev.podium.socket;

import dev.podium.live.LiveGames;
import dev.podium.wire.Audience;
import dev.podium.wire.CloseCode;
import dev.podium.wire.ErrorCode;
import dev.podium.wire.Frame;
import dev.podium.wire.HostMessage;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.Future;

/** The endpoint for screens: whoever has the link sees the game, and can do nothing to it. */
@WebSocket(path = "/ws/screen/{token}", inboundProcessingMode = InboundProcessingMode.CONCURRENT)
class ScreenSocket extends Endpoint {
    private final LiveGames games;
    private final Retries retries;

    ScreenSocket(Heartbeat heartbeat, Drain drain, SocketMeters meters, LiveGames games, Retries retries) {
        super(heartbeat, drain, meters);
        this.games = games;
        this.retries = retries;
    }

    @Override
    Session begin(WebSocketConnection connection, Visitor visitor, Outbound outbound) {
        var watcher = new Watcher(games, outbound, Audience.SCREEN, this::take);
        var token = connection.pathParam("token");
        retries.untilDone(outbound, () -> admit(watcher, token));
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
                            case HostMessage.Ping(String t) -> Frame.pong(t, games.now());
                            case HostMessage.Command command ->
                                Frame.error(ErrorCode.UNEXPECTED, "A screen steers nothing.", command.id());
                        });
    }
}
