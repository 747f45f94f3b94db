package dev.podium.socket;

/** What is done with one socket's frames. Called on its event loop, with one frame at a time. */
interface Session {
    Outbound outbound();

    void text(String frame);

    void binary();

    /** The socket is gone. Called once, and nothing after it. */
    void closed();
}
