package dev.podium.bench;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Says what is going on: a line that moves where somebody watches, one line a step where it goes into a file. */
final class Progress {
    private static final long LOOK_MS = 250;
    private static final long PATIENCE_S = 120;

    private final boolean watched;
    private final long begun = System.nanoTime();
    private String step = "";

    Progress(boolean watched) {
        this.watched = watched;
    }

    void step(String text) {
        step = text;
        show("");
        if (!watched) System.out.println("  ·  " + text);
    }

    /** Something to keep on the terminal. */
    void say(String text) {
        clear();
        System.out.println(text);
    }

    void clear() {
        if (watched) System.out.print("\r\033[K");
        System.out.flush();
    }

    /** Waits until all have arrived. */
    void await(String what, Arrivals arrivals) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (true) {
            try {
                arrivals.all().get(LOOK_MS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                show(", " + arrivals.missing() + " not yet " + what);
                if (System.nanoTime() > end)
                    throw new IllegalStateException(step + ": " + arrivals.missing() + " were never " + what);
            } catch (ExecutionException e) {
                throw new CompletionException(step + ": " + e.getCause().getMessage(), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private void show(String more) {
        if (!watched) return;
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
        System.out.print("\r\033[K  ·  " + step + more + "  " + seconds + " s");
        System.out.flush();
    }
}
