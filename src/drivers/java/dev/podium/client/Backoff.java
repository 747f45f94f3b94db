package dev.podium.client;

import java.util.random.RandomGenerator;

/** How long to wait before the next attempt, and when to stop trying by oneself. */
final class Backoff {
    private static final long FIRST_MS = 1_000;
    private static final long LAST_MS = 30_000;
    private static final double JITTER = 0.25;
    private static final int TRIES = 5;

    private final RandomGenerator random;
    private volatile int failures;
    private volatile long stepMs = FIRST_MS;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    void failed() {
        failures++;
    }

    void reset() {
        failures = 0;
    }

    boolean exhausted() {
        return failures >= TRIES;
    }

    /** After the n-th failure in a row the n-th step; a lost connection that stood for a while waits the first. */
    long delayMs() {
        stepMs = Math.min(LAST_MS, FIRST_MS << Math.max(0, failures - 1));
        return Math.round(stepMs * (1 - JITTER + 2 * JITTER * random.nextDouble()));
    }

    /** The step of the last delay, without its jitter. */
    long stepMs() {
        return stepMs;
    }
}
