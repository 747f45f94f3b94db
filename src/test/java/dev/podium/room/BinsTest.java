package dev.podium.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.wire.Tally;
import org.junit.jupiter.api.Test;

class BinsTest {
    @Test
    void every_step_of_a_short_scale_is_the_middle_of_its_own_part() {
        var tally = (Tally.Histogram) Bins.of(1, 5, 1).histogram(new long[] {1, 0, 0, 2, 0});

        assertThat(tally.bins())
                .extracting(bin -> (bin.from() + bin.to()) / 2)
                .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0);
        assertThat(tally.bins().get(3)).isEqualTo(new Tally.Bin(3.5, 4.5, 2));
    }

    @Test
    void a_scale_of_more_steps_than_a_screen_has_room_for_is_cut_into_equal_parts() {
        assertThat(Bins.of(0, 100, 1)).isEqualTo(Bins.of(0, 100));
        assertThat(Bins.of(0, 9.5, 0.5).count()).isEqualTo(Tally.MAX_BINS);
        assertThat(Bins.of(0, 1e15, 1e-9).count()).isEqualTo(Tally.MAX_BINS);
    }

    @Test
    void an_end_between_two_steps_is_counted_too() {
        var bins = Bins.of(0, 1, 0.3);

        assertThat(bins.count()).isEqualTo(5);
        assertThat(bins.max().doubleValue()).isGreaterThan(1);
    }

    @Test
    void edges_are_decimals_as_people_write_them() {
        var tally = (Tally.Histogram) Bins.of(0, 1).histogram(new long[Tally.MAX_BINS]);

        assertThat(tally.bins().get(5).to()).isEqualTo(0.3);
    }
}
