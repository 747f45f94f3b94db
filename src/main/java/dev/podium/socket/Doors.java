package dev.podium.socket;

import dev.podium.http.Origins;
import dev.podium.wire.CloseCode;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where sockets come in. Pages of other sites are turned away at the upgrade; everything a person can act on is let in and
 * then closed with its code.
 *
 * <p>The sockets are Vert.x' own, without a framework between: a hall's phones are written to one by one, and what each
 * write costs beyond the system's call is what the last phone waits for.
 */
@ApplicationScoped
class Doors {
    /** Before every route and filter of requests: a storm of phones would pay for all of them. */
    private static final int FIRST = Integer.MIN_VALUE;

    private static final int FORBIDDEN = 403;

    private final Pulse pulse;
    private final PlayerSocket players;
    private final HostSocket hosts;
    private final ScreenSocket screens;
    private final Optional<String> publicUrl;

    Doors(
            Pulse pulse,
            PlayerSocket players,
            HostSocket hosts,
            ScreenSocket screens,
            @ConfigProperty(name = "podium.public-url") Optional<String> publicUrl) {
        this.pulse = pulse;
        this.players = players;
        this.hosts = hosts;
        this.screens = screens;
        this.publicUrl = publicUrl;
    }

    void open(@Observes Router router) {
        door(
                router,
                "/ws/play",
                (context, outbound) ->
                        players.open(outbound, context.request().remoteAddress().hostAddress()));
        door(
                router,
                "/ws/host/:game",
                (context, outbound) -> hosts.open(
                        outbound, context.pathParam("game"), context.request().getHeader("Cookie")));
        door(router, "/ws/screen/:token", (context, outbound) -> screens.open(outbound, context.pathParam("token")));
    }

    private void door(Router router, String path, BiFunction<RoutingContext, Outbound, Guest> host) {
        router.get(path).order(FIRST).handler(context -> {
            var request = context.request();
            if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
                context.next();
            } else if (Origins.isForeign(request, publicUrl)) {
                context.response().setStatusCode(FORBIDDEN).end();
            } else {
                request.toWebSocket().onSuccess(socket -> {
                    var outbound = pulse.open(socket, request.connection());
                    seat(socket, outbound, host.apply(context, outbound));
                });
            }
        });
    }

    private void seat(ServerWebSocket socket, Outbound outbound, Guest guest) {
        var vitals = outbound.vitals();
        socket.textMessageHandler(text -> {
            guest.text(text);
            outbound.hearNoMoreThanAnswered();
        });
        socket.binaryMessageHandler(bytes -> {
            guest.binary();
            outbound.hearNoMoreThanAnswered();
        });
        socket.pongHandler(vitals::pong);
        socket.frameHandler(frame -> heard(vitals, frame));
        // What is no frame is too long for one; a connection that has broken cannot hear it.
        socket.exceptionHandler(odd -> outbound.close(CloseCode.TOO_BIG));
        socket.closeHandler(v -> {
            pulse.closed(outbound);
            guest.closed();
        });
    }

    /** Vert.x answers pings itself. */
    private static void heard(Vitals vitals, WebSocketFrame frame) {
        if (frame.isPing()) vitals.heard();
    }
}
