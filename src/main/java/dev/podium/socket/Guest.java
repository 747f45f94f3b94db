package dev.podium.socket;

/** Who is on the other side of one socket. Called on the socket's event loop, with one frame at a time. */
interface Guest {
    void text(String frame);

    void binary();

    /** The socket is gone. Called once, and nothing after it. */
    void closed();
}
