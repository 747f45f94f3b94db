package dev.podium.bench;

/** A player's connection, by whichever line, that costs its driver little. On the driver's loop. */
interface LeanLine {
    void send(String text);

    /** Cuts it; what happens to it is not heard any more. */
    void cut();
}
