package dev.podium.chaos;

import dev.podium.process.FreePort;
import dev.podium.process.Patience;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A balancer as people run one, where it is installed: round robin, no affinity, the next server where one refuses. */
final class Haproxy implements AutoCloseable {
    private static final String SETTINGS = """
            global
              maxconn 8000
            defaults
              mode http
              timeout connect 2s
              timeout client 1h
              timeout server 1h
              timeout tunnel 1h
              retries 3
              retry-on conn-failure empty-response
              option redispatch 1
            frontend podium
              bind 127.0.0.1:%d
              default_backend instances
            backend instances
              balance roundrobin
              option httpchk GET /q/health/ready
            """;
    private static final String SERVER = "  server instance%d 127.0.0.1:%d check inter 250 fall 1 rise 1\n";

    private final Process process;
    private final int port;

    private Haproxy(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Optional<Path> installed() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "haproxy"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Haproxy start(Path command, Path home, List<URI> backends) throws IOException {
        int port = FreePort.find();
        var settings = new StringBuilder(SETTINGS.formatted(port));
        for (int i = 0; i < backends.size(); i++)
            settings.append(SERVER.formatted(i, backends.get(i).getPort()));
        var file = Files.writeString(home.resolve("haproxy.cfg"), settings);
        var log = home.resolve("haproxy.log").toFile();
        var process = new ProcessBuilder(command.toString(), "-db", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log))
                .start();
        var haproxy = new Haproxy(process, port);
        Patience.until("haproxy answers, see " + log, haproxy::answers);
        return haproxy;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private boolean answers() {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
