package dev.podium.socket;

import dev.podium.live.LiveGames;
import dev.podium.live.Misses;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;

/** The endpoint for players: a join or a resume, then answers. */
@WebSocket(path = "/ws/play", inboundProcessingMode = InboundProcessingMode.CONCURRENT)
class PlayerSocket extends Endpoint {
    private final LiveGames games;
    private final Misses misses;

    PlayerSocket(Heartbeat heartbeat, Drain drain, SocketMeters meters, LiveGames games, Misses misses) {
        super(heartbeat, drain, meters);
        this.games = games;
        this.misses = misses;
    }

    @Override
    Session begin(WebSocketConnection connection, Visitor visitor, Outbound outbound) {
        outbound.liveness().awaitEntry();
        return new PlayerSession(games, misses, outbound, visitor.address());
    }
}
