package dev.podium.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.game.Phase;
import dev.podium.wire.Audience;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CountsTest {
    private final Members members = new Members();
    private final Counts counts = new Counts(members);
    private final TestViewer screen = new TestViewer();

    private static Count count(int players, int present, int answered) {
        return new Count(
                Rows.GAME, 7, new Count.Seated(players, players, present), answered, answered, Map.of(), false);
    }

    private void show(Phase phase, Count count) {
        counts.keep(count);
        counts.show(Rows.snapshot(phase, 0), count);
    }

    @Test
    void watchers_are_told_how_many_have_answered_and_only_when_it_changes() {
        members.watchers.add(screen, Audience.SCREEN);
        show(Phase.QUESTION, count(3, 3, 1));
        show(Phase.QUESTION, count(3, 3, 1));
        show(Phase.QUESTION, count(3, 3, 2));
        assertThat(screen.frames)
                .containsExactly(
                        "{\"type\":\"progress\",\"answered\":1,\"players\":3}",
                        "{\"type\":\"progress\",\"answered\":2,\"players\":3}");
    }

    @Test
    void who_answers_when_time_is_up_for_all_others_is_told_to_those_who_steer_alone() {
        var wheels = Map.of(Audience.HOST, new TestViewer(), Audience.REMOTE, new TestViewer());
        var shown = Map.of(Audience.SCREEN, screen, Audience.PRESENTER, new TestViewer());
        wheels.forEach((audience, viewer) -> members.watchers.add(viewer, audience));
        shown.forEach((audience, viewer) -> members.watchers.add(viewer, audience));
        show(Phase.QUESTION, new Count(Rows.GAME, 7, new Count.Seated(3, 3, 3), 2, 1, Map.of(), false));
        for (var viewer : wheels.values())
            assertThat(viewer.frames).containsExactly("{\"type\":\"progress\",\"answered\":2,\"players\":3}");
        for (var viewer : shown.values())
            assertThat(viewer.frames).containsExactly("{\"type\":\"progress\",\"answered\":1,\"players\":3}");
        assertThat(counts.answered(Audience.REMOTE)).isEqualTo(2);
        assertThat(counts.answered(Audience.PRESENTER)).isEqualTo(1);
    }

    @Test
    void those_who_steer_are_told_how_many_they_are_when_it_changes_and_when_they_come() {
        var host = new TestViewer();
        var remote = new TestViewer();
        members.watchers.add(screen, Audience.SCREEN);
        members.watchers.add(host, Audience.HOST);
        counts.showHosts(Rows.snapshot(Phase.LOBBY, -1), 1);
        counts.showHosts(Rows.snapshot(Phase.LOBBY, -1), 1);
        members.watchers.remove(host);
        members.watchers.add(remote, Audience.REMOTE);
        counts.showHosts(Rows.snapshot(Phase.LOBBY, -1), 1);
        var frame = "{\"type\":\"progress\",\"answered\":0,\"players\":3,\"hosts\":1}";
        assertThat(host.frames).containsExactly(frame);
        assertThat(remote.frames).containsExactly(frame);
        assertThat(screen.frames).isEmpty();
    }

    @Test
    void players_in_the_lobby_are_told_how_many_they_are_every_two_seconds_at_most() {
        var ada = new PlayerSeat(Rows.GAME, UUID.randomUUID(), UUID.randomUUID(), true, new TestViewer());
        ada.row(Rows.seat(ada));
        members.sit(ada);
        show(Phase.LOBBY, count(3, 3, 0));
        show(Phase.LOBBY, count(4, 4, 0));
        assertThat(((TestViewer) ada.viewer()).frames).hasSize(1);
    }

    @Test
    void as_many_answers_as_were_present_may_be_those_of_all() {
        counts.keep(count(3, 2, 0));
        assertThat(counts.mayBeAll(1)).isFalse();
        assertThat(counts.mayBeAll(2)).isTrue();
    }

    @Test
    void what_was_stirred_is_told_once() {
        assertThat(counts.wasStirred()).isFalse();
        counts.stir();
        assertThat(counts.wasStirred()).isTrue();
        assertThat(counts.wasStirred()).isFalse();
    }

    @Test
    void nobody_looks_at_a_roster_that_nobody_sees() {
        var changed = count(4, 4, 0);
        assertThat(counts.rosterChanged(Rows.snapshot(Phase.QUESTION, 0), changed))
                .isFalse();
        assertThat(counts.rosterChanged(Rows.snapshot(Phase.LOBBY, -1), changed))
                .isTrue();
        members.watchers.add(screen, Audience.SCREEN);
        assertThat(counts.rosterChanged(Rows.snapshot(Phase.QUESTION, 0), changed))
                .isTrue();
    }
}
