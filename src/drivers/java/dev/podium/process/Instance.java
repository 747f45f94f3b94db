package dev.podium.process;

import dev.podium.skew.Agent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One process of the packaged application, which keeps its port through its deaths. */
public final class Instance {
    /** Where {@code ./podium test} has written one it halves what a start takes of the processor. */
    private static final Path CLASSES = Path.of("target", "podium.aot");

    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int EXIT_S = 60;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Artifact artifact;
    private final Path log;
    private final int port;
    private final Map<String, String> settings;
    private final List<String> options;
    private Process process;
    private long clockOffMs;
    private boolean retired;

    /**
     * @param artifact what it is started from
     * @param settings environment variables, as any deployment would give them
     * @param options of the JVM, besides those that make a small one
     */
    Instance(Artifact artifact, Path log, Map<String, String> settings, List<String> options) {
        this.artifact = artifact;
        this.log = log;
        this.options = options;
        this.port = FreePort.find();
        this.settings = settings;
    }

    /** What all its lives wrote. */
    Path log() {
        return log;
    }

    public URI base() {
        return URI.create("http://localhost:" + port + "/");
    }

    /** Starts the process; {@link #awaitReady} waits for it. */
    public synchronized Instance start() {
        if (retired) throw new IllegalStateException("its cluster has ended");
        var all = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
        if (Files.exists(CLASSES)) all.add("-XX:AOTCache=" + CLASSES);
        all.addAll(options);
        if (clockOffMs != 0) all.add("-javaagent:" + Agent.pack(log.getParent()) + "=" + clockOffMs);
        var builder = new ProcessBuilder(artifact.command(all));
        builder.environment().putAll(settings);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        try {
            process = builder.redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public Instance awaitReady() {
        Patience.until("ready at " + base() + ", see " + log, () -> {
            if (!process.isAlive()) throw new AssertionError("it ended by itself, see " + log);
            return ready();
        });
        return this;
    }

    public boolean ready() {
        return status("q/health/ready") == 200;
    }

    /** The status of a GET; 0 when nobody answers. */
    public int status(String path) {
        try {
            var request =
                    HttpRequest.newBuilder(base().resolve(path)).timeout(ANSWER).build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A number of {@code /q/metrics}; 0 where it has not been counted. */
    public double metric(String name) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** All of {@code /q/metrics}. */
    String metrics() {
        try {
            var request = HttpRequest.newBuilder(base().resolve("q/metrics")).build();
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** By how much its clock is ahead when it is started the next time. */
    public void clockOff(long ms) {
        clockOffMs = ms;
    }

    /** {@code kill -9}: it cannot say goodbye. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** {@code SIGTERM}, as every orderly end begins. Gives its exit code. */
    public int stop() {
        process.destroy();
        return awaitExit();
    }

    /** The same, and {@code kill -9} after so long. */
    public void stopWithin(long ms) {
        process.destroy();
        try {
            if (!process.waitFor(ms, TimeUnit.MILLISECONDS)) kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until it has ended by itself. Gives its exit code. */
    int ended() {
        return awaitExit();
    }

    /** Ends it for good, also against those who would start it again. */
    synchronized void retire() {
        retired = true;
        if (alive()) kill();
    }

    public boolean alive() {
        return process != null && process.isAlive();
    }

    /** What {@code jcmd} says of this process. */
    public String ask(String... words) {
        var command = new ArrayList<>(List.of(tool("jcmd"), Long.toString(process.pid())));
        command.addAll(List.of(words));
        try {
            var asked = new ProcessBuilder(command).redirectErrorStream(true).start();
            var answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (asked.waitFor() != 0) throw new IllegalStateException(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private int awaitExit() {
        try {
            if (process.waitFor(EXIT_S, TimeUnit.SECONDS)) return process.exitValue();
            process.destroyForcibly();
            throw new AssertionError("it does not end, see " + log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
