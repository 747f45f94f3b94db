package dev.podium.database;

/** A {@link Batcher}'s queue, or another bound on work for the database, is reached: nothing is promised for this write. */
public final class QueueFull extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param name of what is full */
    public QueueFull(String name) {
        super(name + " is full", null, false, false);
    }
}
