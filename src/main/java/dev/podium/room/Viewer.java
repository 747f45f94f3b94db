package dev.podium.room;

import dev.podium.wire.CloseCode;

/**
 * One open socket, as a room sees it. Calls return at once, from any thread, and do nothing once it is closed; what
 * cannot be written yet waits within a bound.
 */
public interface Viewer {
    /** Sends the first state. Nothing overtakes it, and no newer state takes its place. */
    void welcome(String frame);

    /** Sends a whole state; an older one that has not gone yet is dropped for it. */
    void state(String frame);

    /** Sends a count; an older one that has not gone yet is dropped for it. */
    void progress(String frame);

    /** Sends a tally; an older one that has not gone yet is dropped for it. */
    void tally(String frame);

    /** Sends what must not be dropped. */
    void send(String frame);

    /** Closes after what waits. */
    void close(CloseCode code);

    /** Whether the socket is gone. */
    boolean closed();

    /** The smallest of the last round trips measured on this socket in milliseconds, or null before the first. */
    Integer rttMs();
}
