package dev.podium.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A command in a process group of its own, so that a Ctrl-C reaches only the launcher, and all that the command has started ends
 * with it. Java knows no groups: a shell makes it, waits for it and hands on how it ended.
 */
final class Job {
    /** The shell itself is in the launcher's group, and outlives a Ctrl-C until the command has ended. */
    private static final String IN_A_GROUP = """
        trap : INT TERM HUP
        set -m
        "$@" 2>&1 </dev/null &
        echo $! >&2
        exec 2>/dev/null
        wait $!
        code=$?
        while kill -0 $!; do
          wait $!
          code=$?
        done
        exit $code
        """;

    private static final int PAUSE_MS = 50;

    private final Process shell;
    private final long pid;
    private final int patienceS;

    private Job(Process shell, long pid, int patienceS) {
        this.shell = shell;
        this.pid = pid;
        this.patienceS = patienceS;
    }

    /** @param patienceS for how long it may take to end when it is asked to */
    static Job start(List<String> command, Redirect output, Map<String, String> environment, int patienceS) {
        var words = new ArrayList<>(List.of("bash", "-c", IN_A_GROUP, "podium"));
        words.addAll(command);
        var builder = new ProcessBuilder(words)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output);
        builder.environment().putAll(environment);
        try {
            var shell = builder.start();
            try (var said = shell.errorReader()) {
                return new Job(shell, Long.parseLong(said.readLine()), patienceS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of the command itself. */
    long pid() {
        return pid;
    }

    boolean runs() {
        return Processes.runs(pid);
    }

    /** Whether it ended within so long. */
    boolean ended(long ms) {
        try {
            return shell.waitFor(ms, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw Processes.interrupted(e);
        }
    }

    /** Waits for it. Gives its exit code. */
    int code() {
        try {
            return shell.waitFor();
        } catch (InterruptedException e) {
            throw Processes.interrupted(e);
        }
    }

    void end(BooleanSupplier hurry) {
        end(pid, patienceS, hurry);
    }

    /** Asks a group to end, and makes it after so many seconds, or as soon as somebody is in a hurry. */
    static void end(long pid, int patienceS, BooleanSupplier hurry) {
        Processes.signalGroup("TERM", pid);
        long begin = System.nanoTime();
        while (Processes.runs(pid)
                && System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(patienceS)
                && !hurry.getAsBoolean()) Processes.pause(PAUSE_MS);
        Processes.signalGroup("KILL", pid);
    }
}
