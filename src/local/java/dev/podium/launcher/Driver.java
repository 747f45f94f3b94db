package dev.podium.launcher;

import dev.podium.local.Sorry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code bench} and {@code chaos}: programs that start and end everything themselves, apart from the data of people. */
final class Driver {
    private static final String LOGS = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager";
    private static final String UNSAFE = "--sun-misc-unsafe-memory-access=allow";
    private static final Path TASKSET = Path.of("/usr/bin/taskset");
    private static final Path SECOND_CORE = Path.of("/sys/devices/system/cpu/cpu1");

    private final Run run;
    private final Leaving leaving;
    private final Build build;

    Driver(Run run, Leaving leaving, Build build) {
        this.run = run;
        this.leaving = leaving;
        this.build = build;
    }

    /** How fast it is, on a core of the driver's own where there are several. Gives the exit code. */
    int bench(Run people, List<String> options) {
        if (people.launcherRuns()) throw new Sorry("Podium is running and would be measured too: ./podium stop first.");
        begin("src/bench", "src/drivers");
        var command = new ArrayList<String>();
        if (Files.isExecutable(TASKSET) && Files.isDirectory(SECOND_CORE))
            command.addAll(List.of(TASKSET.toString(), "-c", "1"));
        command.addAll(List.of(
                Tools.java(), "-XX:+UseSerialGC", UNSAFE, LOGS, "-cp", Build.classpath(), "dev.podium.bench.Bench"));
        command.addAll(options);
        return watched(command);
    }

    /** What it survives. Gives the exit code. */
    int chaos(List<String> options) {
        begin("src/chaos", "src/drivers");
        // A thousand players are some four thousand sockets; macOS begins with 256.
        var command = new ArrayList<>(List.of(
                "bash",
                "-c",
                "ulimit -n 20000 2>/dev/null; exec \"$@\"",
                "podium",
                Tools.java(),
                "-Xmx1g",
                UNSAFE,
                LOGS,
                "-cp",
                Build.classpath(),
                "dev.podium.chaos.Chaos"));
        command.addAll(options);
        return watched(command);
    }

    private void begin(String... sources) {
        Build.checkRoom();
        run.own();
        build.ifNeeded(run.log("build"), sources);
    }

    /** It talks to people itself, and a Ctrl-C of theirs reaches it. */
    private int watched(List<String> command) {
        try {
            var process = new ProcessBuilder(command).inheritIO().start();
            leaving.before(() -> {
                if (process.isAlive()) Job.end(process.pid(), Run.DRAIN_S, leaving::inAHurry);
            });
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw Processes.interrupted(e);
        }
    }
}
