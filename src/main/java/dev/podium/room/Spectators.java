package dev.podium.room;

import dev.podium.state.GameReader;
import dev.podium.state.GameRow;
import dev.podium.wire.Audience;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Lets hosts and screens watch a game. Any thread. */
@Singleton
public class Spectators {
    private final Pool pool;
    private final GameReader games;
    private final Rooms rooms;

    Spectators(Pool pool, GameReader games, Rooms rooms) {
        this.pool = pool;
        this.games = games;
        this.rooms = rooms;
    }

    /** The game with this id. Fails while the database is away. */
    public Future<Optional<GameRow>> find(UUID game) {
        return games.load(pool, game);
    }

    /** The game a screen's link leads to. Fails while the database is away. */
    public Future<Optional<GameRow>> byScreenToken(String token) {
        return games.byScreenToken(pool, token)
                .compose(game -> game.map(this::find).orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    /** Lets a host or a screen watch; a {@code welcome} follows. To be ended by one {@link #unwatch}. */
    public void watch(UUID game, Viewer viewer, Audience audience) {
        rooms.enter(game, viewer, audience);
    }

    public void unwatch(UUID game, Viewer viewer) {
        rooms.leave(game, viewer, null);
    }

    /** The seq of a game that is watched here; 0 before it has been read. */
    public long seq(UUID game) {
        var room = rooms.of(game);
        return room == null || room.row() == null ? 0 : room.row().seq();
    }
}
