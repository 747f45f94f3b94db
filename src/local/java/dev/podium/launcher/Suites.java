package dev.podium.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Suites of tests: each is a step, and all together have a verdict. */
final class Suites {
    private static final int TAIL = 60;

    private final Steps steps;
    private final Terminal terminal;
    private final List<String> notes = new ArrayList<>();
    private Count sum = Count.NONE;

    Suites(Steps steps) {
        this.steps = steps;
        this.terminal = steps.terminal;
    }

    void run(String title, Count.Counter counter, List<String> command) {
        var log = log(title);
        judge(title, counter, log, steps.run(title, log, command));
    }

    /** One that runs beside others, until it is {@link Lane#awaited}. */
    Lane begin(String title, Count.Counter counter, List<String> command) {
        return new Lane(title, counter, steps.begin(log(title), command), System.nanoTime());
    }

    /** A suite on its way. */
    final class Lane {
        private final String title;
        private final Count.Counter counter;
        private final Job job;
        private final long began;

        private Lane(String title, Count.Counter counter, Job job, long began) {
            this.title = title;
            this.counter = counter;
            this.job = job;
            this.began = began;
        }

        void awaited() {
            judge(title, counter, log(title), steps.await(title, log(title), job, began));
        }
    }

    void skip(String what) {
        notes.add("     skipped: " + what);
    }

    boolean failed() {
        return sum.failed() > 0;
    }

    /** Gives the exit code. */
    int verdict() {
        if (!notes.isEmpty()) terminal.say(String.join("\n", notes) + "\n");
        terminal.say(sum.passed() + " passed, " + sum.failed() + " failed");
        return failed() ? 1 : 0;
    }

    static Path log(String title) {
        return Places.REPORTS.resolve(title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + ".log");
    }

    private void judge(String title, Count.Counter counter, Path log, int code) {
        var count = counted(counter, log).judged(code);
        sum = sum.and(count);
        terminal.say(
                "     " + count.passed() + " passed, " + count.failed() + " failed, " + count.skipped() + " skipped");
        if (count.failed() == 0) return;
        var text = Reasons.read(log);
        terminal.complain(Reasons.tail(text.lines().toList(), TAIL));
        notes.add("     failed: " + title + " (" + log + ")");
        notes.addAll(Count.namedFailures(text));
    }

    private static Count counted(Count.Counter counter, Path log) {
        try {
            return counter.of(log);
        } catch (IOException | RuntimeException nothingToRead) {
            return Count.NONE;
        }
    }
}
