package dev.podium.room;

import static dev.podium.room.Rows.OPENS_AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.wire.CloseCode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlayerSeatTest {
    private static final int QUESTION = 2;

    private final TestViewer viewer = new TestViewer();
    private final PlayerSeat joined = seat(true);
    private final PlayerSeat resumed = seat(false);

    private PlayerSeat seat(boolean fresh) {
        var seat = new PlayerSeat(Rows.GAME, UUID.randomUUID(), UUID.randomUUID(), fresh, viewer);
        seat.row(Rows.seat(seat));
        return seat;
    }

    @Test
    void time_runs_from_the_first_frame_of_a_question() {
        joined.framed(QUESTION, OPENS_AT + 400);
        joined.framed(QUESTION, OPENS_AT + 900);
        assertThat(joined.observedMs(QUESTION, OPENS_AT, OPENS_AT + 1_400)).isEqualTo(1_000);
    }

    @Test
    void a_frame_that_was_written_late_gains_a_second_at_most() {
        joined.framed(QUESTION, OPENS_AT + 5_000);
        assertThat(joined.observedMs(QUESTION, OPENS_AT, OPENS_AT + 6_000)).isEqualTo(5_000);
    }

    @Test
    void who_joins_in_a_question_has_the_time_from_the_welcome_on() {
        joined.cameIn(QUESTION, OPENS_AT + 800);
        assertThat(joined.observedMs(QUESTION, OPENS_AT, OPENS_AT + 1_000)).isEqualTo(200);
    }

    @Test
    void who_comes_back_in_a_question_has_the_time_from_its_opening_on() {
        resumed.cameIn(QUESTION, OPENS_AT + 800);
        assertThat(resumed.observedMs(QUESTION, OPENS_AT, OPENS_AT + 1_000)).isEqualTo(1_000);
    }

    @Test
    void the_round_trip_of_this_socket_counts_and_until_it_is_measured_the_one_kept() {
        assertThat(joined.allowanceMs()).isZero();
        viewer.rttMs = 80;
        assertThat(joined.allowanceMs()).isEqualTo(80);
    }

    @Test
    void an_answer_stored_while_a_newer_version_was_read_is_not_forgotten() {
        joined.row(joined.row().withAnswer("mine"));
        joined.follow(Map.of(joined.player(), Rows.seat(joined)), false);
        assertThat(joined.row().answer()).isEqualTo("mine");
    }

    @Test
    void a_new_question_forgets_the_answer_to_the_last() {
        joined.row(joined.row().withAnswer("mine"));
        joined.follow(null, true);
        assertThat(joined.row().answer()).isNull();
    }

    @Test
    void a_seat_that_another_socket_holds_by_now_is_closed() {
        assertThat(joined.closes()).isNull();
        joined.row(Rows.seat(joined.player(), UUID.randomUUID(), null));
        assertThat(joined.closes()).isEqualTo(CloseCode.OPENED_ELSEWHERE);
    }

    @Test
    void no_more_than_sixteen_answers_are_under_way() {
        for (int i = 0; i < 16; i++) assertThat(joined.begin()).isTrue();
        assertThat(joined.begin()).isFalse();
        joined.end();
        assertThat(joined.begin()).isTrue();
    }
}
