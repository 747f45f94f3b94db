package dev.podium.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.wire.CloseCode;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LivenessTest {
    private static final long SILENT = TimeUnit.SECONDS.toNanos(35);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long OPENED = -7 * SECOND;

    private final Liveness liveness = new Liveness(OPENED);

    @Test
    void a_socket_that_says_nothing_is_silent_after_its_time() {
        assertThat(liveness.overdue(OPENED + SILENT, SILENT)).isNull();
        assertThat(liveness.overdue(OPENED + SILENT + 1, SILENT)).isEqualTo(CloseCode.SILENT);
    }

    @Test
    void whoever_sends_but_answers_no_ping_does_not_read() {
        long now = OPENED;
        for (int i = 0; i < 40; i++) {
            now += SECOND;
            liveness.heard(now);
            liveness.pong(Buffer.buffer("whatever"), now);
            if (i < 35) assertThat(liveness.overdue(now, SILENT)).isNull();
        }
        assertThat(liveness.overdue(now, SILENT)).isEqualTo(CloseCode.TOO_SLOW);
        liveness.pong(Liveness.ping(now - SECOND), now);
        assertThat(liveness.overdue(now, SILENT)).isNull();
    }

    @Test
    void a_player_says_within_fifteen_seconds_which_game_it_wants() {
        liveness.awaitEntry();
        liveness.heard(OPENED + 14 * SECOND);
        assertThat(liveness.overdue(OPENED + Liveness.ENTRY_NS, SILENT)).isNull();
        assertThat(liveness.overdue(OPENED + Liveness.ENTRY_NS + 1, SILENT)).isEqualTo(CloseCode.SILENT);
    }

    @Test
    void who_has_said_it_may_take_any_time_for_a_second_try() {
        liveness.awaitEntry();
        liveness.entered();
        assertThat(liveness.overdue(OPENED + 2 * Liveness.ENTRY_NS, SILENT)).isNull();
    }

    @Test
    void the_smallest_of_the_last_eight_round_trips_counts() {
        assertThat(liveness.rttMs()).isNull();
        trip(20);
        trip(90);
        assertThat(liveness.rttMs()).isEqualTo(20);
        for (int i = 0; i < 7; i++) trip(50);
        assertThat(liveness.rttMs()).isEqualTo(50);
    }

    @Test
    void a_pong_that_answers_no_ping_measures_nothing() {
        for (var payload : new Buffer[] {Buffer.buffer(), Buffer.buffer("seven b"), Liveness.ping(OPENED + SECOND)})
            liveness.pong(payload, OPENED);
        liveness.pong(Liveness.ping(OPENED), OPENED + TimeUnit.MINUTES.toNanos(2));
        assertThat(liveness.rttMs()).isNull();
    }

    private void trip(long ms) {
        liveness.pong(Liveness.ping(OPENED), OPENED + TimeUnit.MILLISECONDS.toNanos(ms));
    }
}
