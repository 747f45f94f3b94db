package dev.podium.socket;

import dev.podium.live.LiveGames;
import dev.podium.wire.Audience;
import dev.podium.wire.CloseCode;
import dev.podium.wire.ErrorCode;
import dev.podium.wire.Frame;
import dev.podium.wire.HostMessage;
import dev.podium.wire.Wire;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPingMessage;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.PathParam;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/** The door for screens: whoever has the link sees the game, and can do nothing to it. */
@WebSocket(path = "/ws/screen/{token}")
class ScreenSocket {
    private static final TypedKey<Watcher> WATCHER = new TypedKey<>("screen");

    private final Pulse pulse;
    private final LiveGames games;

    ScreenSocket(Pulse pulse, LiveGames games) {
        this.pulse = pulse;
        this.games = games;
    }

    @OnOpen
    Uni<Void> open(WebSocketConnection connection, @PathParam String token) {
        var watcher = new Watcher(games, pulse.open(connection), Audience.SCREEN);
        connection.userData().put(WATCHER, watcher);
        return watcher.patiently(() -> Uni.createFrom()
                .completionStage(() -> games.byScreenToken(token).toCompletionStage())
                .invoke(row -> row.ifPresentOrElse(
                        watcher::watch, () -> watcher.outbound().close(CloseCode.NOT_ALLOWED)))
                .replaceWithVoid());
    }

    @OnTextMessage
    @NonBlocking
    void text(String text, WebSocketConnection connection) {
        var watcher = watcher(connection);
        watcher.inbound()
                .read(text, Wire::readHost)
                .ifPresent(message -> watcher.outbound()
                        .send(
                                switch (message) {
                                    case HostMessage.Ping(String t) -> Frame.pong(t, games.now());
                                    case HostMessage.Command command ->
                                        Frame.error(ErrorCode.UNEXPECTED, "A screen steers nothing.", command.id());
                                }));
    }

    @OnBinaryMessage
    @NonBlocking
    void binary(Buffer ignored, WebSocketConnection connection) {
        watcher(connection).inbound().binary();
    }

    @OnPingMessage
    @NonBlocking
    void ping(Buffer ignored, WebSocketConnection connection) {
        watcher(connection).outbound().vitals().heard();
    }

    @OnPongMessage
    @NonBlocking
    void pong(Buffer payload, WebSocketConnection connection) {
        watcher(connection).outbound().vitals().pong(payload);
    }

    @OnClose
    @NonBlocking
    void close(WebSocketConnection connection) {
        pulse.closed(connection);
        watcher(connection).close();
    }

    private static Watcher watcher(WebSocketConnection connection) {
        return connection.userData().get(WATCHER);
    }
}
