package dev.podium.room;

import dev.podium.game.Game;
import dev.podium.game.Phase;
import dev.podium.game.Plan;
import dev.podium.game.Question;
import dev.podium.game.QuestionBasics;
import dev.podium.game.Settings;
import dev.podium.seat.SeatRow;
import dev.podium.state.Frozen;
import dev.podium.state.GameRow;
import dev.podium.wire.Facts;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Rows as the database would have them, for what is tested without one. */
final class Rows {
    static final UUID GAME = new UUID(1, 1);
    static final long OPENS_AT = 10_000;

    private Rows() {}

    /** A game of three questions in this phase of the given one. */
    static GameRow game(Phase phase, int question) {
        var text = new Question.Text(new QuestionBasics("?", null, 20_000, 1_000, null), List.of("x"), false);
        var plan = new Plan("Test", null, Settings.DEFAULT, List.of(text, text, text));
        var frozen = new Frozen(GAME, GAME, null, "123456", "link", plan, false, 0);
        return new GameRow(
                frozen, new Game(7, phase, question, OPENS_AT, OPENS_AT + 20_000, null, false, Set.of(), OPENS_AT));
    }

    static Snapshot snapshot(Phase phase, int question) {
        return new Snapshot(game(phase, question), false, 3, 0, 0, Roster.EMPTY, null, null, Facts.NONE, null, null);
    }

    static SeatRow seat(PlayerSeat of) {
        return seat(of.player(), of.holder(), null);
    }

    /** @param answer to the current question, as JSON, or null */
    static SeatRow seat(UUID player, UUID holder, String answer) {
        return new SeatRow(
                player, "Ada", null, "ticket", holder, false, false, 0, null, 0, 1, 0, 0, 0, 0, answer, null, null);
    }
}
