package dev.podium.bus;

import io.vertx.core.Future;
import java.util.function.Consumer;

/** One way of carrying notices between instances. A payload is a short text; any may be lost. */
interface Carrier {
    /** How many ids one payload may carry. */
    int idsPerNotice();

    /** Sends to everybody who listens, this instance included. */
    Future<Void> send(String payload);

    /**
     * Begins to listen.
     *
     * @param received gets each payload, on some event loop
     * @param lost runs when listening has ended other than by {@link Line#close}
     */
    Future<Line> listen(Consumer<String> received, Runnable lost);

    /** An open line; closing it ends the listening. */
    interface Line {
        void close();
    }
}
