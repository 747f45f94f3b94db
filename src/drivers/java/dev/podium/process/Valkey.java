package dev.podium.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import redis.embedded.core.ExecutableProvider;

/** A server that carries hints and keeps nothing: {@code valkey-server} or {@code redis-server} of the PATH, else the one that tests bring. */
final class Valkey implements AutoCloseable {
    private final String command;
    private final Path log;
    private final int port;
    private Process process;

    private Valkey(String command, Path log, int port) {
        this.command = command;
        this.log = log;
        this.port = port;
    }

    static Valkey start(Path home) throws IOException {
        var valkey = new Valkey(command(), home.resolve("valkey.log").toAbsolutePath(), FreePort.find());
        valkey.start();
        return valkey;
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts it, on the port it had. */
    void start() {
        try {
            process = new ProcessBuilder(
                            command,
                            "--bind",
                            "127.0.0.1",
                            "--port",
                            Integer.toString(port),
                            "--save",
                            "",
                            "--appendonly",
                            "no",
                            "--dir",
                            "/tmp")
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Patience.until("Valkey answers, see " + log, this::answers);
    }

    @Override
    public void close() {
        if (process.isAlive()) kill();
    }

    private boolean answers() {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String command() throws IOException {
        for (var name : new String[] {"valkey-server", "redis-server"}) {
            for (var folder : System.getenv("PATH").split(":")) {
                var file = Path.of(folder, name);
                if (Files.isExecutable(file)) return file.toString();
            }
        }
        return ExecutableProvider.newJarResourceProvider().get().getAbsolutePath();
    }
}
