package dev.podium.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottleTest {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    @ParameterizedTest
    @ValueSource(longs = {0, -5, Long.MAX_VALUE - 10})
    void the_first_is_let_through_and_then_one_a_minute(long start) {
        var throttle = new Throttle(start);
        assertThat(throttle.lets(start + 5)).isTrue();
        assertThat(throttle.lets(start + 6)).isFalse();
        assertThat(throttle.lets(start + 4 + MINUTE)).isFalse();
        assertThat(throttle.lets(start + 5 + MINUTE)).isTrue();
        assertThat(throttle.lets(start + 5 + MINUTE)).isFalse();
        assertThat(throttle.lets(start + 500 * MINUTE)).isTrue();
    }
}
