package dev.podium.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The least that a server can do: it holds sockets, and writes a text to all of them. A text that comes in through
 * {@code /go} is that text, and the answer is when the writing began, on {@link System#nanoTime}'s scale.
 */
final class BareServer {
    private static final Set<ServerWebSocket> SOCKETS = new LinkedHashSet<>();

    private BareServer() {}

    public static void main(String[] args) {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(false));
        vertx.createHttpServer(new HttpServerOptions().setHost("0.0.0.0").setPort(0))
                .webSocketHandler(socket -> {
                    if (socket.path().equals("/go")) {
                        socket.textMessageHandler(text -> go(socket, text));
                    } else {
                        SOCKETS.add(socket);
                        socket.closeHandler(v -> SOCKETS.remove(socket));
                    }
                })
                .listen()
                .onSuccess(server -> System.out.println(server.actualPort()));
    }

    private static void go(ServerWebSocket control, String text) {
        long begin = System.nanoTime();
        for (var socket : SOCKETS) socket.writeTextMessage(text);
        control.writeTextMessage(Long.toString(begin));
    }
}
