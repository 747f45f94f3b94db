package dev.podium.state;

import dev.podium.game.Game;
import dev.podium.game.Phase;
import dev.podium.game.Question;
import java.util.Optional;
import java.util.UUID;

/** A game as one committed version of its row tells it. */
public record GameRow(Frozen frozen, Game game) {

    public UUID id() {
        return frozen.id();
    }

    public long seq() {
        return game.seq();
    }

    /** The question that is being prepared, asked or shown, as it counts; empty in the lobby. */
    public Optional<Question> question() {
        int index = game.question();
        return index < 0 ? Optional.empty() : Optional.of(game.question(frozen.plan(), index));
    }

    public boolean in(Phase phase) {
        return game.phase() == phase;
    }

    /** Whether answers to the open question are taken at present. */
    public boolean open() {
        return in(Phase.QUESTION)
                && game.pausedAt() == null
                && question().orElseThrow().answerable();
    }
}
