package dev.podium.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.library.Thinning.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {
    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

    @Test
    void theLatestStayHoweverFastTheyFollowedEachOther() {
        var kept = every(Duration.ofSeconds(1), Thinning.LATEST, 100);

        assertThat(Thinning.gone(kept, NOW)).isEmpty();
    }

    @Test
    void theOlderTheFewer() {
        var gone = new ArrayList<Integer>();
        var kept = every(Duration.ofMinutes(2), 3_000, 100);

        gone.addAll(Thinning.gone(kept, NOW));

        var ages = kept.stream()
                .filter(it -> !gone.contains(it.version()))
                .map(it -> Duration.between(it.savedAt(), NOW))
                .toList();
        assertThat(ages).hasSizeLessThanOrEqualTo(Thinning.MOST);
        assertThat(ages.stream().filter(age -> age.toHours() < 1)).hasSizeBetween(10, 20);
        assertThat(ages.stream().filter(age -> age.toHours() >= 1 && age.toHours() < 24))
                .hasSizeBetween(22, 24);
        assertThat(ages.getLast()).isGreaterThan(Duration.ofDays(3));
    }

    @Test
    void thereAreNeverMoreThanTheBoundsSay() {
        var many = every(Duration.ofDays(8), 200, 100);
        var large = every(Duration.ofDays(8), 20, Thinning.MOST_BYTES / 4);
        var huge = every(Duration.ofDays(8), 2, Thinning.MOST_BYTES + 1);

        assertThat(many).hasSize(200);
        assertThat(200 - Thinning.gone(many, NOW).size()).isEqualTo(Thinning.MOST);
        assertThat(20 - Thinning.gone(large, NOW).size()).isEqualTo(4);
        assertThat(Thinning.gone(huge, NOW)).containsExactly(1);
    }

    /** The latest first, with the highest number. */
    private static List<Kept> every(Duration apart, int count, int bytes) {
        return IntStream.range(0, count)
                .mapToObj(n -> new Kept(count - n, NOW.minus(apart.multipliedBy(n + 1L)), bytes))
                .toList();
    }
}
