package dev.podium.socket;

import dev.podium.wire.Audience;

/** What is done with one socket's frames. Called on its event loop, with one frame at a time. */
interface Session {
    Outbound outbound();

    /** Who looks through it. */
    Audience audience();

    void text(String frame);

    void binary();

    /** The socket is gone. Called once, and nothing after it. */
    void closed();
}
