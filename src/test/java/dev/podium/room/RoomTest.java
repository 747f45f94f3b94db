package dev.podium.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.games.OpenGames;
import dev.podium.wire.Audience;
import dev.podium.wire.CloseCode;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
        var screen = new Onlooker();
        var host = new Onlooker();
        var room = rooms.enter(game, screen, Audience.SCREEN);
        // As its socket does it: it is closed, and its leaving overtakes its entry.
        host.close(CloseCode.DRAINING);
        rooms.enter(game, host, Audience.HOST);
        screen.awaitWelcome();
        var later = new Onlooker();
        rooms.enter(game, later, Audience.SCREEN);
        later.awaitWelcome();

        assertThat(room.hosted()).isFalse();
        assertThat(host.welcomed()).isFalse();
        rooms.leave(game, host, null);
        rooms.leave(game, screen, null);
        rooms.leave(game, later, null);
        assertThat(rooms.of(game)).isNull();
    }

    /** Remembers whether it was welcome. */
    private static final class Onlooker implements Viewer {
        private final CountDownLatch welcome = new CountDownLatch(1);
        private volatile boolean closed;

        void awaitWelcome() throws InterruptedException {
            assertThat(welcome.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        }

        boolean welcomed() {
            return welcome.getCount() == 0;
        }

        @Override
        public void welcome(String frame) {
            welcome.countDown();
        }

        @Override
        public void state(String frame) {}

        @Override
        public void progress(String frame) {}

        @Override
        public void send(String frame) {}

        @Override
        public void close(CloseCode code) {
            closed = true;
        }

        @Override
        public boolean closed() {
            return closed;
        }

        @Override
        public Integer rttMs() {
            return null;
        }
    }
}
