package dev.podium.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.game.Phase;
import dev.podium.wire.CloseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BroadcastTest {
    private static final long NOW = Rows.OPENS_AT + 5;

    private final Members members = new Members();
    private final List<Throwable> odd = new ArrayList<>();
    private final Broadcast broadcast = new Broadcast(() -> NOW, odd::add);

    private PlayerSeat sit() {
        var seat = new PlayerSeat(Rows.GAME, UUID.randomUUID(), UUID.randomUUID(), true, new TestViewer());
        seat.row(Rows.seat(seat));
        members.sit(seat);
        return seat;
    }

    private void send(Phase phase, int question) {
        var snapshot = Rows.snapshot(phase, question);
        broadcast.send(new Projections(snapshot, 15_000), snapshot.row().game(), members);
    }

    private static TestViewer viewer(PlayerSeat seat) {
        return (TestViewer) seat.viewer();
    }

    @Test
    void everybody_is_shown_the_state_and_the_time_of_a_question_begins() {
        var ada = sit();
        var ben = sit();
        send(Phase.QUESTION, 0);
        assertThat(viewer(ada).frames).hasSize(1);
        assertThat(viewer(ben).frames).hasSize(1);
        assertThat(ada.observedMs(0, Rows.OPENS_AT, NOW + 100)).isEqualTo(100);
    }

    @Test
    void one_row_that_makes_no_sense_keeps_nobody_else_from_the_state() {
        var ada = sit();
        var lost = sit();
        var ben = sit();
        lost.row(null);
        send(Phase.QUESTION, 0);
        assertThat(viewer(ada).frames).hasSize(1);
        assertThat(viewer(ben).frames).hasSize(1);
        assertThat(viewer(lost).code).isEqualTo(CloseCode.INTERNAL);
        assertThat(odd).hasSize(1);
    }

    @Test
    void another_one_is_the_first_for_each_question() {
        var order = new ArrayList<PlayerSeat>();
        var firsts = new ArrayList<Integer>();
        for (int i = 0; i < 5; i++) order.add(sit());
        for (int question = 0; question < 3; question++) {
            order.forEach(seat -> viewer(seat).frames.clear());
            var first = new ArrayList<Integer>();
            var counting = new Broadcast(
                    () -> {
                        for (int i = 0; i < order.size(); i++) {
                            if (first.isEmpty() && !viewer(order.get(i)).frames.isEmpty()) first.add(i);
                        }
                        return NOW;
                    },
                    odd::add);
            var snapshot = Rows.snapshot(Phase.QUESTION, question);
            counting.send(new Projections(snapshot, 15_000), snapshot.row().game(), members);
            firsts.add(first.getFirst());
        }
        assertThat(firsts).doesNotHaveDuplicates();
    }
}
