package dev.podium.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private long now = Long.MAX_VALUE - 1_000_000;
    private final RateLimit limit = new RateLimit(10, WINDOW, 20_000, () -> now);

    @Test
    void ten_at_once_are_fine_then_one_waits_for_the_next() {
        for (var i = 0; i < 10; i++) assertThat(limit.take("ada")).isZero();

        assertThat(limit.take("ada")).isEqualTo(Duration.ofSeconds(30));
        pass(Duration.ofSeconds(20));
        assertThat(limit.take("ada")).isEqualTo(Duration.ofSeconds(10));
        pass(Duration.ofSeconds(10));
        assertThat(limit.take("ada")).isZero();
        assertThat(limit.take("ada")).isPositive();
    }

    @Test
    void in_a_day_nobody_has_more_than_three_thousand() {
        var taken = 0;
        for (var second = 0; second < 86_400; second++) {
            if (limit.take("ada").isZero()) taken++;
            pass(Duration.ofSeconds(1));
        }
        assertThat(taken).isBetween(2_880, 3_000);
    }

    @Test
    void another_key_is_not_held_up() {
        while (limit.take("ada").isZero()) {}

        assertThat(limit.take("bob")).isZero();
    }

    @Test
    void what_is_given_back_or_forgotten_does_not_count() {
        for (var i = 0; i < 1_000; i++) {
            assertThat(limit.take("ada")).isZero();
            limit.giveBack("ada");
        }
        while (limit.take("ada").isZero()) {}
        limit.forget("ada");

        assertThat(limit.take("ada")).isZero();
    }

    @Test
    void a_million_keys_take_bounded_memory() {
        for (var i = 0; i < 1_000_000; i++) limit.take("address " + i);

        assertThat(limit.size()).isEqualTo(20_000);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
