package dev.podium.database;

/** A {@link Batcher}'s queue is at its bound: nothing is promised for this write. */
public final class QueueFull extends RuntimeException {
    private static final long serialVersionUID = 1;

    QueueFull(String name) {
        super(name + " is full", null, false, false);
    }
}
