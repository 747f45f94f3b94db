package dev.podium.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes on a core of their own, where the system has {@code taskset} and more than one core. */
final class Pinned {
    /** The core of the application, of PostgreSQL and of the floors. */
    static final int SERVER = 0;

    private static final Path TASKSET = Path.of("/usr/bin/taskset");

    private Pinned() {}

    /** Whether the server's side has a core that the driver stays away from. The launcher has placed the driver. */
    static boolean possible() {
        return Files.isExecutable(TASKSET) && Files.isDirectory(Path.of("/sys/devices/system/cpu/cpu1"));
    }

    /** A command that runs on the server's core. */
    static List<String> command(List<String> command) {
        if (!possible()) return command;
        var pinned = new ArrayList<>(List.of(TASKSET.toString(), "-c", Integer.toString(SERVER)));
        pinned.addAll(command);
        return pinned;
    }

    /** Moves a running process and its children to the server's core; children to come follow by themselves. */
    static void move(long pid) throws IOException, InterruptedException {
        if (!possible()) return;
        for (var process : Proc.family(pid)) {
            new ProcessBuilder(TASKSET.toString(), "-a", "-c", "-p", Integer.toString(SERVER), Long.toString(process))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }
}
