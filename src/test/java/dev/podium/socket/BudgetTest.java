package dev.podium.socket;

import static dev.podium.socket.Budget.Spent.BEYOND;
import static dev.podium.socket.Budget.Spent.DOUBLE;
import static dev.podium.socket.Budget.Spent.WITHIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
    private static final long WINDOW_NS = TimeUnit.SECONDS.toNanos(2);

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 123_456_789, Long.MIN_VALUE / 2})
    void forty_frames_are_within_the_next_are_beyond_and_the_eightieth_is_one_too_many(long now) {
        var budget = new Budget(now);
        for (int i = 1; i <= 40; i++)
            assertThat(budget.spend(2, now)).as("frame " + i).isEqualTo(WITHIN);
        for (int i = 41; i < 80; i++)
            assertThat(budget.spend(2, now)).as("frame " + i).isEqualTo(BEYOND);
        assertThat(budget.spend(2, now)).isEqualTo(DOUBLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 16 * 1024})
    void bytes_count_as_frames_do(int size) {
        var budget = new Budget(0);
        int within = Math.min(40, Budget.BYTES / size);
        for (int i = 0; i < within; i++) assertThat(budget.spend(size, i)).isEqualTo(WITHIN);
        assertThat(budget.spend(size, within)).isEqualTo(BEYOND);
    }

    @ParameterizedTest
    @ValueSource(longs = {2_000_000_000L, 60_000_000_000L, 3_600_000_000_000L})
    void after_two_seconds_of_silence_all_of_it_is_there_again(long pause) {
        var budget = new Budget(0);
        for (int i = 0; i < 79; i++) budget.spend(2, 0);
        assertThat(budget.spend(2, pause)).isEqualTo(WITHIN);
        for (int i = 1; i < 40; i++) assertThat(budget.spend(2, pause)).isEqualTo(WITHIN);
        assertThat(budget.spend(2, pause)).isEqualTo(BEYOND);
    }

    /** The promise to whoever keeps to it: what is older than two seconds is never counted. */
    @Property(tries = 200)
    void whoever_sends_forty_frames_in_any_two_seconds_is_never_beyond(
            @ForAll @LongRange(min = -5_000_000_000L, max = 5_000_000_000L) long start,
            @ForAll @IntRange(min = 1, max = 100) int step) {
        var budget = new Budget(start);
        var sent = new ArrayDeque<Long>();
        long now = start;
        for (int i = 0; i < 1_000; i++) {
            now += step * 1_000_000L;
            while (!sent.isEmpty() && sent.peek() <= now - WINDOW_NS) sent.poll();
            if (sent.size() == Budget.FRAMES) continue;
            sent.add(now);
            assertThat(budget.spend(2, now)).isEqualTo(WITHIN);
        }
    }

    /** And the promise to everybody else: nobody gets far beyond. */
    @Property(tries = 200)
    void whoever_sends_on_at_twice_the_rate_is_stopped(@ForAll @IntRange(min = 1, max = 20) int everyMs) {
        var budget = new Budget(0);
        for (int i = 0; i < 200; i++) {
            if (budget.spend(2, i * everyMs * 1_000_000L) == DOUBLE) return;
        }
        throw new AssertionError("200 frames at " + everyMs + " ms each");
    }
}
