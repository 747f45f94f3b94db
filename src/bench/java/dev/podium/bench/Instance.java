package dev.podium.bench;

import dev.podium.local.LocalPostgres;
import dev.podium.process.Artifact;
import dev.podium.process.FreePort;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of the packaged application, started as its image starts it, on the server's core. */
final class Instance {
    /** The image's options of the JVM. */
    private static final Path OPTIONS = Path.of("src", "main", "docker", "jvm.options");

    private static final int START_S = 120;
    /** The environment's word for more options of the instance's JVM, such as those of a profiler. */
    private static final String MORE_OPTIONS = "PODIUM_BENCH_JVM";

    private final Process process;
    private final int port;
    private final long startedAt;

    private Instance(Process process, int port, long startedAt) {
        this.process = process;
        this.port = port;
        this.startedAt = startedAt;
    }

    static Instance start(Artifact artifact, Path log, LocalPostgres postgres, String database, String... options)
            throws IOException {
        var all = new ArrayList<>(List.of("@" + OPTIONS));
        all.addAll(List.of(options));
        var more = System.getenv(MORE_OPTIONS);
        if (more != null) all.addAll(List.of(more.split(" ")));
        int port = FreePort.find();
        var builder = new ProcessBuilder(Pinned.command(artifact.command(all)));
        builder.environment().put("PODIUM_DATABASE_URL", postgres.url(database));
        builder.environment().put("QUARKUS_DATASOURCE_USERNAME", LocalPostgres.USER);
        builder.environment().put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("PODIUM_DEMO", "true");
        Files.deleteIfExists(log);
        long startedAt = System.nanoTime();
        var process = builder.redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        // The launcher ends what a killed driver leaves behind.
        var record = Files.createDirectories(log.resolveSibling("run")).resolve("application");
        Files.writeString(record, Long.toString(process.pid()));
        return new Instance(process, port, startedAt);
    }

    long pid() {
        return process.pid();
    }

    int port() {
        return port;
    }

    /** Waits for the first 200 of the readiness check and gives how long it took from the start, in milliseconds. */
    double awaitReady() throws IOException {
        while (!ready()) {
            if (!process.isAlive()) throw new IOException("the instance ended by itself: see " + Lab.home());
            if (System.nanoTime() - startedAt > TimeUnit.SECONDS.toNanos(START_S))
                throw new IOException("the instance is never ready: see " + Lab.home());
            sleep();
        }
        return (System.nanoTime() - startedAt) / 1e6;
    }

    /** Ends it in order, so that it can write what it was asked to. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean ready() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("GET /q/health/ready HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return status.endsWith(" 200");
        } catch (IOException e) {
            return false;
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
