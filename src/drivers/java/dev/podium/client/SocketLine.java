package dev.podium.client;

import io.vertx.core.Future;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;

/** A line that is a socket. */
record SocketLine(WebSocket socket) implements Line {
    static Future<Line> open(WebSocketClient client, WebSocketConnectOptions to, Ear ear) {
        return client.connect(to).map(socket -> {
            socket.textMessageHandler(text -> {
                ear.heard();
                ear.received(new JsonObject(text));
            });
            socket.exceptionHandler(e -> {});
            socket.closeHandler(v -> {
                var code = socket.closeStatusCode();
                ear.closed(code == null ? Verdict.LOST : code);
            });
            return new SocketLine(socket);
        });
    }

    @Override
    public boolean send(JsonObject frame) {
        if (socket.isClosed()) return false;
        socket.writeTextMessage(frame.encode());
        return true;
    }

    @Override
    public void close() {
        socket.close();
    }
}
