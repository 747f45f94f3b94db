package dev.podium.socket;

import dev.podium.wire.CloseCode;

/** A way out to one client: of frames, in their order, and of an end. Any thread; calls return at once. */
interface Line {
    /** Whether the network takes more. */
    boolean isWritable();

    /** @param written runs when the network has taken it, or never will */
    void write(String frame, Runnable written);

    /** Ends it with a code, after what is written. */
    void end(CloseCode code);

    /** Whether it is gone. */
    boolean ended();

    /** It has gone by itself. */
    void gone();

    /** Ends the connection at once, with all that waits for the network. */
    void abort();

    /** Asks the client for a sign of life, where a line can. */
    void ping(long now);

    /** Reads nothing more of the client, or reads on. */
    void hold(boolean wait);

    /** Ends where its only first frame was refused; one that may bring another stays. */
    void refused();
}
