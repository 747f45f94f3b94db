package dev.podium.launcher;

import dev.podium.local.Sorry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The application as it ships, and its PostgreSQL, on this machine. */
final class Application {
    /** A small machine that is busy with other things. */
    private static final int READY_S = 180;

    private static final int ANSWER_MS = 5_000;
    private static final int SHOWN = 5;
    private static final Pattern WRONG = Pattern.compile("^podium: |ERROR|Caused by");

    private final Run run;
    private final Steps steps;

    Application(Run run, Steps steps) {
        this.run = run;
        this.steps = steps;
    }

    /** One of the programs beside the application: {@code Launch}, with its words. */
    static List<String> launch(String... words) {
        var command = new ArrayList<>(List.of(
                Tools.java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                Build.classpath(),
                "dev.podium.local.Launch"));
        command.addAll(List.of(words));
        return command;
    }

    void startPostgres() {
        steps.must(
                "Starting PostgreSQL",
                run.log("postgres"),
                launch("start", run.postgres().toString(), "podium"));
    }

    /** The settings that any deployment gives the application, for whatever is started from now on. */
    void settings(int port, Optional<String> address) {
        steps.export("PODIUM_DATABASE_URL", "postgresql://localhost:" + run.postgresPort() + "/podium");
        steps.export("QUARKUS_DATASOURCE_USERNAME", "podium");
        steps.export("QUARKUS_DATASOURCE_PASSWORD", run.postgresPassword());
        steps.export("QUARKUS_HTTP_PORT", Integer.toString(port));
        steps.export("PODIUM_DEMO", "true");
        address.ifPresent(there -> steps.export("PODIUM_PUBLIC_URL", "http://" + there + ":" + port));
    }

    /**
     * Starts it, and waits until it is ready.
     *
     * @throws Sorry when it does not get ready
     */
    Job start(List<String> command, int port, Optional<String> address) {
        var log = run.log("podium");
        keepTheLast();
        settings(port, address);
        var job = steps.begin(log, command, Run.DRAIN_S);
        run.remember(job.pid(), port);
        if (!steps.until("Starting Podium", log, job, READY_S, () -> isReady(port))) {
            Reasons.read(log)
                    .lines()
                    .filter(line -> WRONG.matcher(line).find())
                    .limit(SHOWN)
                    .forEach(steps.terminal::complain);
            throw new Sorry("Podium did not start; its log is " + Places.shown(log) + ".");
        }
        return job;
    }

    private void keepTheLast() {
        var log = run.log("podium");
        try {
            if (Files.exists(log))
                Files.move(log, log.resolveSibling("podium.log.1"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReady(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), ANSWER_MS);
            socket.setSoTimeout(ANSWER_MS);
            socket.getOutputStream().write("GET /q/health/ready HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return status.endsWith(" 200");
        } catch (IOException notYet) {
            return false;
        }
    }
}
