package dev.podium.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One process of the packaged application, which keeps its port through its deaths. */
final class Instance {
    /** What ships, as Maven has just packaged it. */
    private static final Path ARTIFACT = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int EXIT_S = 60;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path log;
    private final int port;
    private final Map<String, String> settings;
    private Process process;
    private boolean retired;

    /** @param settings environment variables, as any deployment would give them */
    Instance(Path log, Map<String, String> settings) {
        this.log = log;
        this.port = freePort();
        this.settings = settings;
    }

    /** What all its lives wrote. */
    Path log() {
        return log;
    }

    URI base() {
        return URI.create("http://localhost:" + port + "/");
    }

    /** Starts the process; {@link #awaitReady} waits for it. */
    synchronized Instance start() {
        if (retired) throw new IllegalStateException("its cluster has ended");
        if (!Files.exists(ARTIFACT)) throw new IllegalStateException("package first: there is no " + ARTIFACT);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-jar", ARTIFACT.toString());
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

    Instance awaitReady() {
        Patience.until("ready at " + base() + ", see " + log, () -> {
            if (!process.isAlive()) throw new AssertionError("it ended by itself, see " + log);
            return ready();
        });
        return this;
    }

    boolean ready() {
        return status("q/health/ready") == 200;
    }

    /** The status of a GET; 0 when nobody answers. */
    int status(String path) {
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
    double metric(String name) {
        try {
            var request = HttpRequest.newBuilder(base().resolve("q/metrics")).build();
            return HTTP.send(request, BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** {@code kill -9}: it cannot say goodbye. */
    void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** {@code SIGTERM}, as every orderly end begins. Gives its exit code. */
    int stop() {
        process.destroy();
        return awaitExit();
    }

    /** Ends it for good, also against those who would start it again. */
    synchronized void retire() {
        retired = true;
        if (alive()) kill();
    }

    boolean alive() {
        return process != null && process.isAlive();
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

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
