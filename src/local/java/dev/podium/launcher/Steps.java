package dev.podium.launcher;

import dev.podium.local.Sorry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What takes its time: a command with its output in a log, and a line that says how long it takes and how it ended. */
final class Steps {
    private static final int LOOK_MS = 300;
    private static final int READY_LOOK_MS = 50;
    /** For a step that is being ended. */
    private static final int PATIENCE_S = 5;

    final Terminal terminal;
    private final Leaving leaving;
    private final Map<String, String> environment = new HashMap<>();

    Steps(Terminal terminal, Leaving leaving) {
        this.terminal = terminal;
        this.leaving = leaving;
    }

    /** A variable for every command from now on. */
    void export(String name, String value) {
        environment.put(name, value);
    }

    /** Runs a command. Gives its exit code. */
    int run(String title, Path log, List<String> command) {
        return await(title, log, begin(log, command), System.nanoTime());
    }

    /** @throws Sorry when it fails, with the reason if it is a usual one */
    void must(String title, Path log, List<String> command) {
        if (run(title, log, command) != 0) throw Reasons.of(log, terminal);
    }

    /** Starts a command beside the steps. */
    Job begin(Path log, List<String> command) {
        return begin(log, command, PATIENCE_S);
    }

    Job begin(Path log, List<String> command, int patienceS) {
        empty(log);
        return hold(command, Redirect.appendTo(log.toFile()), patienceS);
    }

    /** Starts one that people watch themselves. */
    Job show(List<String> command) {
        return hold(command, Redirect.INHERIT, Run.DRAIN_S);
    }

    /** Waits for what was started then. Gives its exit code. */
    int await(String title, Path log, Job job, long began) {
        while (!job.ended(LOOK_MS)) move(title, log, began);
        leaving.passable();
        told(title, job.code() == 0, began);
        return job.code();
    }

    /** Waits until a job is what it is to become. Gives whether it did, in time and before it ended. */
    boolean until(String title, Path log, Job job, int seconds, BooleanSupplier ready) {
        long began = System.nanoTime();
        boolean is;
        while (!(is = ready.getAsBoolean()) && elapsed(began) < seconds && !job.ended(READY_LOOK_MS))
            move(title, log, began);
        leaving.passable();
        told(title, is, began);
        return is;
    }

    /** Of a job that is being ended nothing is to be said. */
    void passable() {
        leaving.passable();
    }

    private Job hold(List<String> command, Redirect output, int patienceS) {
        return leaving.holding(() -> Job.start(command, output, environment, patienceS));
    }

    private void move(String title, Path log, long began) {
        if (terminal.isWatched()) terminal.move("  ·  " + title + "  " + elapsed(began) + " s" + Reasons.progress(log));
    }

    private void told(String title, boolean well, long began) {
        terminal.say("  " + (well ? "✓" : "✗") + "  " + title + "  " + elapsed(began) + " s");
    }

    private static long elapsed(long began) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
    }

    private static void empty(Path log) {
        try {
            Files.createDirectories(log.getParent());
            Files.writeString(log, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
