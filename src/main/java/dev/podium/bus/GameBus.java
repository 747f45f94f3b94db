package dev.podium.bus;

import dev.podium.traces.Traced;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Tells every other instance that games have something newer in the database.
 *
 * <p>A notice is a hint: it may be lost, doubled or late. Whoever listens asks the database what is true.
 */
public interface GameBus {

    /** Announces a game that has moved by that step. Returns at once, from any thread; never fails. */
    void publish(UUID game, Traced step);

    /** Hears of games that others have moved, and of the notice that tells so. Called on some event loop; must not block. */
    void subscribe(BiConsumer<Set<UUID>, Traced> listener);

    /** Called whenever notices may have been missed, so that the listener asks for all it follows. */
    void onGap(Runnable listener);

    /** Whether notices of other instances arrive at present. */
    boolean listening();
}
