package dev.podium.chaos;

import java.time.Duration;

/** Where a run tells what happens. Lines begin with the time since the start; any thread may write. */
final class Console {
    private final long begin = System.nanoTime();

    /** Something that stays. */
    synchronized void line(String text) {
        System.out.println(text);
    }

    /** Something that happens now. */
    synchronized void progress(String text) {
        var since = Duration.ofNanos(System.nanoTime() - begin);
        System.out.println("%3d:%02d  %s".formatted(since.toMinutes(), since.toSecondsPart(), text));
    }
}
