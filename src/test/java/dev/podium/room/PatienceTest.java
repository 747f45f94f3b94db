package dev.podium.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private long nowNs = 1;
    private final Patience patience = new Patience(() -> nowNs);

    @Test
    void who_made_the_last_step_tries_the_next_on_time() {
        patience.movedHere();
        assertThat(patience.waitMs(500)).isEqualTo(500);
        assertThat(patience.waitMs(0)).isZero();
    }

    @Test
    void the_others_try_it_a_little_later() {
        patience.movedHere();
        patience.movedElsewhere();
        assertThat(patience.waitMs(0)).isBetween(100L, 300L);
    }

    @Test
    void a_try_is_followed_by_a_rest_which_a_step_made_here_ends() {
        patience.movedHere();
        patience.rest(150);
        assertThat(patience.waitMs(-5_000)).isEqualTo(150);
        nowNs += TimeUnit.MILLISECONDS.toNanos(100);
        assertThat(patience.waitMs(-5_000)).isEqualTo(50);
        patience.movedHere();
        assertThat(patience.waitMs(-5_000)).isLessThanOrEqualTo(0);
    }
}
