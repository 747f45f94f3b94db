package dev.podium.socket;

import dev.podium.live.GameRow;
import dev.podium.live.LiveGames;
import dev.podium.wire.Audience;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/** A host's or a screen's socket, from its opening to the game it watches. */
final class Watcher {
    private static final Duration RETRY = Duration.ofMillis(500);

    /** A host presses one button at a time; a page that sends more at once is told to wait. */
    private static final int COMMANDS_UNDER_WAY = 8;

    private final LiveGames games;
    private final Outbound outbound;
    private final Inbound inbound;
    private final Audience audience;
    private UUID game;
    private boolean closed;
    private int underWay;

    Watcher(LiveGames games, Outbound outbound, Audience audience) {
        this.games = games;
        this.outbound = outbound;
        this.inbound = new Inbound(outbound);
        this.audience = audience;
    }

    Outbound outbound() {
        return outbound;
    }

    Inbound inbound() {
        return inbound;
    }

    /** The game it watches, or null as long as nothing is decided. */
    synchronized UUID game() {
        return game;
    }

    /** Claims room for one more command on its way; false when there are too many. */
    synchronized boolean begin() {
        if (underWay >= COMMANDS_UNDER_WAY) return false;
        underWay++;
        return true;
    }

    synchronized void end() {
        underWay--;
    }

    synchronized void watch(GameRow row) {
        if (closed) return;
        game = row.id();
        games.watch(game, outbound, audience);
    }

    synchronized void close() {
        closed = true;
        if (game != null) games.unwatch(game, outbound);
    }

    /** Tries again while the database is away, as long as the socket is there. */
    Uni<Void> patiently(Supplier<Uni<Void>> attempt) {
        return Uni.createFrom()
                .deferred(() -> attempt.get())
                .onFailure(failure -> !outbound.closed())
                .retry()
                .withBackOff(RETRY, RETRY)
                .indefinitely()
                .onFailure()
                .recoverWithNull();
    }
}
