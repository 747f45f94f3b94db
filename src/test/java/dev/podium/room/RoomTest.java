package dev.podium.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.games.OpenGames;
import dev.podium.wire.Audience;
import dev.podium.wire.CloseCode;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Who is in a room, where sockets go while their game is still being read. */
@QuarkusTest
class RoomTest {
    private static final int PATIENCE_S = 40;

    @Inject
    Pool pool;

    @Inject
    Rooms rooms;

    @Test
    void a_host_who_has_gone_before_the_first_state_was_read_is_not_there() throws Exception {
        var game = new OpenGames(pool).open();
        var screen = new TestViewer();
        var host = new TestViewer();
        var room = rooms.enter(game, screen, Audience.SCREEN);
        // As its socket does it: it is closed, and its leaving overtakes its entry.
        host.close(CloseCode.DRAINING);
        rooms.enter(game, host, Audience.HOST);
        screen.awaitWelcome();
        var later = new TestViewer();
        rooms.enter(game, later, Audience.SCREEN);
        later.awaitWelcome();

        assertThat(room.hosted()).isFalse();
        assertThat(host.welcomed()).isFalse();
        rooms.leave(game, host, null);
        rooms.leave(game, screen, null);
        rooms.leave(game, later, null);
        assertThat(rooms.of(game)).isNull();
    }
}
