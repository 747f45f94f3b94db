package dev.podium.seat;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TeamSizesTest {
    private final UUID game = UUID.randomUUID();
    private final Map<UUID, Integer> counts = new HashMap<>();
    private long now;

    private final TeamSizes sizes = new TeamSizes(this::count, () -> now);

    @Test
    void all_phones_that_look_in_the_same_second_cost_one_count() {
        for (int i = 0; i < 1_000; i++) {
            now += 900_000;
            assertThat(sizes.of(game).result()).containsEntry("red", 1);
        }
        assertThat(counts).containsEntry(game, 1);
    }

    @Test
    void a_second_later_they_are_counted_again() {
        sizes.of(game);
        now += Duration.ofSeconds(1).toNanos();
        assertThat(sizes.of(game).result()).containsEntry("red", 2);
    }

    @Test
    void a_count_that_failed_is_tried_again_at_once() {
        var failing = new TeamSizes(
                id -> count(id)
                        .compose(n -> n.get("red") == 1 ? Future.failedFuture("away") : Future.succeededFuture(n)),
                () -> now);
        assertThat(failing.of(game).failed()).isTrue();
        assertThat(failing.of(game).result()).containsEntry("red", 2);
    }

    @Test
    void of_too_many_games_those_not_looked_at_for_longest_are_forgotten() {
        sizes.of(game);
        for (int i = 0; i < TeamSizes.GAMES; i++) sizes.of(UUID.randomUUID());
        sizes.of(game);
        assertThat(counts).containsEntry(game, 2);
    }

    private Future<Map<String, Integer>> count(UUID id) {
        return Future.succeededFuture(Map.of("red", counts.merge(id, 1, Integer::sum)));
    }
}
