package dev.podium.launcher;

import dev.podium.local.Sorry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Podium on one's own machine: started, looked at and stopped. Each gives the exit code. */
final class Laptop {
    static final String DEMO_HOST = "host@podium.local";

    private static final int PAGES_PORT = 5173;
    private static final int ENDED_BY_ITSELF = 1;
    /** As services are said to have it that are not running. */
    private static final int NOT_RUNNING = 3;

    private static final Set<String> YES = Set.of("y", "Y", "yes");

    private final Run run;
    private final Steps steps;
    private final Tools tools;
    private final Build build;
    private final Application application;
    private final Terminal terminal;

    Laptop(Run run, Steps steps, Tools tools, Build build) {
        this.run = run;
        this.steps = steps;
        this.tools = tools;
        this.build = build;
        this.application = new Application(run, steps);
        this.terminal = steps.terminal;
    }

    int start(int port, Optional<String> address) {
        if (run.launcherRuns()) return already();
        run.own();
        Ports.check(port);
        Build.checkRoom();
        build.ifNeeded(run.log("build"));
        application.startPostgres();
        var welcome = new Welcome(port, address, Files.exists(ownPassword()));
        var job = application.start(List.of(Tools.java(), "-jar", Places.ARTIFACT.toString()), port, address);
        welcome.say(terminal);
        job.code();
        steps.passable();
        terminal.say("Podium has stopped by itself; its log is .podium/logs/podium.log.");
        return ENDED_BY_ITSELF;
    }

    /** Live reload of both sides. */
    int dev(int port, Optional<String> address) {
        if (run.launcherRuns()) return already();
        run.own();
        Ports.check(port);
        Build.checkRoom();
        tools.find();
        build.programs(run.log("build"));
        application.startPostgres();
        var maven = tools.newerMaven(run.log("maven"));
        application.settings(port, address);
        // The pages' own server, behind this port; two checkouts need two.
        steps.export("PODIUM_PAGES_PORT", Integer.toString(Ports.freeFrom(PAGES_PORT)));
        terminal.say("  Live reload of both sides on http://localhost:" + port + "/host. Ctrl-C stops.");
        var job = steps.show(List.of(maven, "-B", "quarkus:dev", "-Ddebug=false", "-Dspotless.check.skip=true"));
        run.remember(job.pid(), port);
        job.code();
        steps.passable();
        terminal.say("Dev mode has ended by itself.");
        return ENDED_BY_ITSELF;
    }

    int stop() {
        boolean found = run.endLauncher() | run.isLeftBehind();
        run.sweep();
        terminal.say(found ? "Podium is stopped." : "Podium was not running.");
        return 0;
    }

    int status() {
        int code = NOT_RUNNING;
        var port = run.port();
        if (run.launcherRuns() && port.isPresent()) {
            terminal.say("Podium runs: http://localhost:%d/host (launcher %s, application %s, PostgreSQL %s)."
                    .formatted(
                            port.get(),
                            number(run.launcher()),
                            number(run.application()),
                            number(Run.server(run.postgres()))));
            code = 0;
        } else if (run.launcherRuns()) {
            terminal.say("Podium is being started (launcher " + number(run.launcher()) + ").");
            code = 0;
        } else if (run.isLeftBehind())
            terminal.say("A killed run left something behind: ./podium stop ends it, ./podium starts afresh.");
        else terminal.say("Podium is not running.");
        var data = run.postgres().resolve("data");
        if (Files.isDirectory(data)) {
            var size = Processes.output("du", "-sh", data.toString()).split("\\s")[0];
            terminal.say("Data: " + run.postgres() + ", " + size + ".");
        } else terminal.say("There is no data yet.");
        if (code == 0) port.flatMap(Figures::told).ifPresent(figures -> terminal.say("\n" + figures));
        return code;
    }

    int reset(boolean sure) {
        if (!sure) {
            terminal.ask("Delete every quiz, game and result in " + run.postgres() + "? [y/N] ");
            var answer = typed();
            if (answer.isEmpty()) terminal.say("");
            if (!YES.contains(answer.orElse(""))) {
                terminal.say("Nothing was deleted.");
                return 0;
            }
        }
        stop();
        Run.delete(run.postgres().resolve("data"));
        Run.delete(run.postgres().resolve("password"));
        Run.delete(ownPassword());
        terminal.say("All data is deleted. ./podium starts with an empty library and the demo quiz.");
        return 0;
    }

    /** Also while Podium runs. */
    int password(String email) {
        if (email.isEmpty()) throw new Sorry("whose? ./podium password EMAIL.");
        if (!Files.isDirectory(run.postgres().resolve("data")))
            throw new Sorry("there is no data yet: ./podium makes it.");
        if (!Build.hasPrograms()) throw new Sorry("there is nothing built yet: ./podium builds it.");
        if (!run.launcherRuns()) {
            run.own();
            application.startPostgres();
        }
        var log = run.log("password");
        if (give(
                        newPassword(email),
                        Application.launch("password", run.postgres().toString(), "podium", email),
                        log)
                != 0) throw Reasons.of(log, terminal);
        if (email.equalsIgnoreCase(DEMO_HOST)) touch(ownPassword());
        terminal.say(email + " has a new password, and is signed out everywhere.");
        return 0;
    }

    private int already() {
        var launcher = " (process " + number(run.launcher()) + ")";
        terminal.say(run.port()
                .map(port -> "Podium is already running" + launcher + ": http://localhost:" + port
                        + "/host. ./podium stop ends it.")
                .orElse("Podium is already being started" + launcher + ". ./podium stop ends it."));
        return 0;
    }

    private Path ownPassword() {
        return run.postgres().resolve("own-password");
    }

    private String newPassword(String email) {
        var console = System.console();
        if (console == null || !console.isTerminal()) return typed().orElse("");
        var typed = console.readPassword("New password for %s (at least 8 characters, not shown): ", email);
        return typed == null ? "" : new String(typed);
    }

    private static Optional<String> typed() {
        try {
            return Optional.ofNullable(
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command that reads a line. Gives its exit code. */
    private static int give(String line, List<String> command, Path log) {
        try {
            Files.createDirectories(log.getParent());
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
                input.write(line + "\n");
            }
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw Processes.interrupted(e);
        }
    }

    private static void touch(Path file) {
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String number(Optional<Long> pid) {
        return pid.map(String::valueOf).orElse("?");
    }
}
