package dev.podium.database;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Until it is closed, a process that is asked to end interrupts the thread that opened it. A start that waits would be waited
 * for otherwise: whoever asks would have to kill.
 */
final class Interrupter implements AutoCloseable {
    /** Whoever takes an interruption for a failure of one try waits again. */
    private static final int AGAIN_MS = 100;

    private final Thread waiting = Thread.currentThread();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "interrupter");

    Interrupter() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void interrupt() {
        try {
            do waiting.interrupt();
            while (!done.await(AGAIN_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The end has begun.
        }
    }
}
