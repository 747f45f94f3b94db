package dev.podium.socket;

import dev.podium.answer.Answers;
import dev.podium.database.DatabaseClock;
import dev.podium.room.Entrance;
import dev.podium.seat.Misses;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;

/** The endpoint for players: a join or a resume, then answers. */
@WebSocket(path = "/ws/play", inboundProcessingMode = InboundProcessingMode.CONCURRENT)
class PlayerSocket extends Endpoint {
    private final Entrance entrance;
    private final Answers answers;
    private final DatabaseClock clock;
    private final Misses misses;

    PlayerSocket(
            Heartbeat heartbeat,
            Drain drain,
            SocketMeters meters,
            Entrance entrance,
            Answers answers,
            DatabaseClock clock,
            Misses misses) {
        super(heartbeat, drain, meters);
        this.entrance = entrance;
        this.answers = answers;
        this.clock = clock;
        this.misses = misses;
    }

    @Override
    Session begin(WebSocketConnection connection, Visitor visitor, Outbound outbound) {
        outbound.liveness().awaitEntry();
        return new PlayerSession(entrance, answers, clock, misses, outbound, visitor.address());
    }
}
