package dev.podium.launcher;

import dev.podium.local.Sorry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What runs from one folder, as that folder remembers it; a run that was killed could not say that it is over. */
final class Run {
    /** For the application after SIGTERM; what it acknowledged is stored already. */
    static final int DRAIN_S = 10;

    private static final int POSTGRES_S = 60;
    private static final int PAUSE_MS = 50;

    /** The words of its command line that tell the application: on a JVM or in dev mode, and as an executable. */
    private static final String[] APPLICATION = {"quarkus", "-runner"};

    private final Path state;
    private final Leaving leaving;

    Run(Path state, Leaving leaving) {
        this.state = state;
        this.leaving = leaving;
    }

    Path postgres() {
        return state.resolve("postgres");
    }

    Path log(String name) {
        return state.resolve("logs").resolve(name + ".log");
    }

    Path temporary() {
        return state.resolve("tmp");
    }

    /**
     * From now on this launcher is the one that runs things here, and ends them when it ends.
     *
     * @throws Sorry when another one does, or nothing can be written
     */
    void own() {
        try {
            Files.createDirectories(record("launcher").getParent());
        } catch (IOException e) {
            throw new Sorry("cannot write to " + state + ": it belongs to somebody else, or the disk is full.");
        }
        if (!Files.isWritable(state))
            throw new Sorry(
                    "cannot write to " + state + ": it belongs to somebody else; run as that user, or delete it.");
        if (!launcherRuns()) sweep();
        try {
            Files.createDirectories(log("any").getParent());
            Files.createDirectories(record("launcher").getParent());
            Files.writeString(record("launcher"), ProcessHandle.current().pid() + "\n", StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new Sorry("another ./podium (process "
                    + recorded("launcher").map(String::valueOf).orElse("?") + ") is at work here.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        leaving.lastOfAll(this::sweep);
    }

    /** The application that this launcher has started, and the port it listens on. */
    void remember(long application, int port) {
        try {
            Files.writeString(record("application"), application + "\n");
            Files.writeString(record("port"), port + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Long> launcher() {
        return recorded("launcher");
    }

    Optional<Long> application() {
        return recorded("application");
    }

    Optional<Long> port() {
        return recorded("port");
    }

    boolean launcherRuns() {
        return Processes.runs(launcher(), "podium");
    }

    /** Something runs that a killed launcher has left. */
    boolean isLeftBehind() {
        return Processes.runs(application(), APPLICATION) || server(postgres()).isPresent();
    }

    /** The PostgreSQL that runs on a folder. */
    static Optional<Long> server(Path folder) {
        var data = folder.resolve("data");
        return first(data.resolve("postmaster.pid")).filter(pid -> Processes.runs(Optional.of(pid), data.toString()));
    }

    /** The port of the server that runs here. */
    int postgresPort() {
        try {
            return Integer.parseInt(Files.readAllLines(postgres().resolve("data/postmaster.pid"))
                    .get(3)
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String postgresPassword() {
        try {
            return Files.readString(postgres().resolve("password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends whatever runs here, whoever started it. */
    void sweep() {
        if (Processes.runs(application(), APPLICATION))
            Job.end(application().orElseThrow(), DRAIN_S, leaving::inAHurry);
        stopPostgres(postgres());
        // Tests that were killed had no time to stop theirs.
        if (!state.equals(Places.HOME)) stopPostgres(Places.TARGET.resolve("postgres"));
        delete(state.resolve("run"));
    }

    /** Asks the launcher that runs here to end, and waits for it. Gives whether there was one. */
    boolean endLauncher() {
        if (!launcherRuns()) return false;
        long pid = launcher().orElseThrow();
        Processes.signal("TERM", pid);
        within(DRAIN_S + POSTGRES_S, this::launcherRuns);
        return true;
    }

    private static void stopPostgres(Path folder) {
        var server = server(folder);
        if (server.isEmpty()) return;
        Processes.signal("INT", server.get());
        within(POSTGRES_S, () -> Processes.runs(server, "postgres"));
    }

    private static void within(int seconds, BooleanSupplier runs) {
        long begin = System.nanoTime();
        while (runs.getAsBoolean() && System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(seconds))
            Processes.pause(PAUSE_MS);
    }

    private Optional<Long> recorded(String what) {
        return first(record(what));
    }

    private Path record(String what) {
        return state.resolve("run").resolve(what);
    }

    /** The number in the first line of a file, if there is one. */
    private static Optional<Long> first(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf);
        } catch (IOException | UncheckedIOException | NumberFormatException notThere) {
            return Optional.empty();
        }
    }

    /** A file, or a folder with all that is in it, unless it is not there. */
    static void delete(Path file) {
        if (!Files.exists(file)) return;
        try (var all = Files.walk(file)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
