package dev.podium.state;

import dev.podium.game.Plan;
import java.util.UUID;

/**
 * What never changes of a game once its lobby is open, its owner, who seldom does, and its plan, which may grow by whole rounds.
 *
 * @param owner the host who may steer it
 * @param rehearsal whether it is played for practice, and gone when it is over
 * @param createdAt milliseconds since the epoch, database clock
 */
public record Frozen(
        UUID id,
        UUID owner,
        UUID quizId,
        String pin,
        String screenToken,
        Plan plan,
        boolean rehearsal,
        long createdAt) {
    /** The same with another plan. */
    public Frozen with(Plan other) {
        return new Frozen(id, owner, quizId, pin, screenToken, other, rehearsal, createdAt);
    }

    /** The same, handed over. */
    Frozen ownedBy(UUID host) {
        return host.equals(owner) ? this : new Frozen(id, host, quizId, pin, screenToken, plan, rehearsal, createdAt);
    }
}
