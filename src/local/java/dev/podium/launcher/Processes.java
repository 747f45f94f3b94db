package dev.podium.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Processes by their numbers, which may be those of others by now. */
final class Processes {
    private Processes() {}

    /** Its command line; empty when it is gone, or a zombie that nobody has waited for. */
    static String command(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().commandLine())
                .orElse("");
    }

    /** Whether it runs, and is what we think it is: its command line has one of these words. */
    static boolean runs(Optional<Long> pid, String... words) {
        var command = pid.map(Processes::command).orElse("");
        return Stream.of(words).anyMatch(command::contains);
    }

    /** Whether anything runs under that number. */
    static boolean runs(long pid) {
        return !command(pid).isEmpty();
    }

    /** To the process, by its name, such as {@code TERM}. */
    static void signal(String name, long pid) {
        // What has just gone is as good as told.
        output("kill", "-" + name, Long.toString(pid));
    }

    /** To all of its group, or to it alone where it leads none. */
    static void signalGroup(String name, long pid) {
        var script = "kill -%1$s -- -%2$d 2>/dev/null || kill -%1$s %2$d 2>/dev/null".formatted(name, pid);
        output("bash", "-c", script);
    }

    /** What a command prints, however it ends; empty when it is not there. */
    static String output(String... command) {
        try {
            var process = new ProcessBuilder(List.of(command))
                    .redirectError(Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return text.strip();
        } catch (IOException notThere) {
            return "";
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static UncheckedIOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new UncheckedIOException(new IOException(e));
    }
}
