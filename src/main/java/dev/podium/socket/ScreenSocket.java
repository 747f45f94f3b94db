package dev.podium.socket;

import dev.podium.database.DatabaseClock;
import dev.podium.room.Spectators;
import dev.podium.wire.Audience;
import dev.podium.wire.CloseCode;
import dev.podium.wire.ErrorCode;
import dev.podium.wire.Frame;
import dev.podium.wire.HostMessage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The door for screens: whoever has the link sees the game, and can do nothing to it. */
@ApplicationScoped
class ScreenSocket {
    private final Spectators games;
    private final DatabaseClock clock;

    ScreenSocket(Spectators games, DatabaseClock clock) {
        this.games = games;
        this.clock = clock;
    }

    Guest open(Outbound outbound, String token) {
        var watcher = new Watcher(games, outbound, Audience.SCREEN, this::take);
        watcher.patiently(() -> Uni.createFrom()
                .completionStage(() -> games.byScreenToken(token).toCompletionStage())
                .invoke(row -> row.ifPresentOrElse(
                        watcher::watch, () -> watcher.outbound().close(CloseCode.NOT_ALLOWED)))
                .replaceWithVoid());
        return watcher;
    }

    private void take(Watcher watcher, HostMessage message) {
        watcher.outbound()
                .send(
                        switch (message) {
                            case HostMessage.Ping(String t) -> Frame.pong(t, clock.now());
                            case HostMessage.Command command ->
                                Frame.error(ErrorCode.UNEXPECTED, "A screen steers nothing.", command.id());
                        });
    }
}
