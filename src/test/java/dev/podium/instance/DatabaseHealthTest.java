package dev.podium.instance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseHealthTest {
    private static final long LONGEST_MS = 300_000;

    private static boolean ready(long silentMs) {
        return DatabaseHealth.ready(true, true, silentMs, LONGEST_MS);
    }

    @Test
    void an_instance_is_not_ready_before_the_database_has_answered_once() {
        assertThat(ready(Long.MAX_VALUE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000, 60_000, LONGEST_MS})
    void an_outage_that_all_instances_share_makes_none_of_them_unready(long silentMs) {
        assertThat(ready(silentMs)).isTrue();
    }

    @Test
    void who_has_not_heard_of_the_database_for_very_long_takes_nobody_in() {
        assertThat(ready(LONGEST_MS + 1)).isFalse();
    }

    @Test
    void a_server_that_does_not_flush_its_commits_is_refused_where_that_is_required() {
        assertThat(DatabaseHealth.ready(false, true, 0, LONGEST_MS)).isFalse();
        assertThat(DatabaseHealth.ready(false, false, 0, LONGEST_MS)).isTrue();
    }
}
