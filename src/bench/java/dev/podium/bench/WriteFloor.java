package dev.podium.bench;

import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.SocketAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Floor of every fan-out: the same text from a {@link BareServer} to as many sockets, from its first write to the last arrival. */
final class WriteFloor {
    /** So many writes, in rounds that are not counted, until the compiler is done with them. */
    private static final int WARM_UP = 200_000;

    private static final int ROUNDS = 11;

    private WriteFloor() {}

    /** Gives the rounds' durations until the last arrival, in milliseconds. */
    static List<Double> measure(Lab lab, int players, String text, Progress progress) throws IOException {
        progress.step("Floor: a bare server writes to " + players + " sockets");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(java, "-cp", System.getProperty("java.class.path"), BareServer.class.getName());
        var process = new ProcessBuilder(Pinned.command(command))
                .redirectError(Lab.home().resolve("floor.log").toFile())
                .start();
        var client = lab.vertx.createNetClient(
                new NetClientOptions().setTcpNoDelay(true).setConnectTimeout(20_000));
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int port = Integer.parseInt(out.readLine());
            var sockets = new Sockets(lab, client, port, players, progress);
            var rounds = new ArrayList<Double>();
            for (int written = 0; written < WARM_UP; written += players) sockets.round(text);
            for (int i = 0; i < ROUNDS; i++) rounds.add(sockets.round(text));
            return rounds;
        } finally {
            process.destroyForcibly();
            client.close();
        }
    }

    private static final class Sockets {
        private static final int DIALING = 500;

        private final Lab lab;
        private final NetClient client;
        private final int port;
        private final int players;
        private final Progress progress;
        private final LeanSocket control;
        private CompletableFuture<Long> begun = new CompletableFuture<>();
        private Arrivals arrivals;
        private int dialed;

        Sockets(Lab lab, NetClient client, int port, int players, Progress progress) {
            this.lab = lab;
            this.client = client;
            this.port = port;
            this.players = players;
            this.progress = progress;
            arrivals = new Arrivals(players);
            var ready = new Arrivals(1);
            control = dial("/go", new Ear() {
                @Override
                public void opened() {
                    ready.at(0, 1);
                }

                @Override
                public void text(byte[] bytes, int from, int to, long at) {
                    begun.complete(Long.parseLong(new String(bytes, from, to - from, StandardCharsets.US_ASCII)));
                }
            });
            lab.loop.runOnContext(v -> {
                for (int i = 0; i < DIALING; i++) next();
            });
            progress.await("connected", ready);
            progress.await("connected", arrivals);
        }

        double round(String text) {
            var done = new Arrivals(players);
            var start = new CompletableFuture<Long>();
            lab.loop.runOnContext(v -> {
                arrivals = done;
                begun = start;
                control.send(text);
            });
            progress.await("written to", done);
            return (done.last() - start.join()) / 1e6;
        }

        private void next() {
            if (dialed == players) return;
            int index = dialed++;
            dial("/" + index, new Ear() {
                @Override
                public void opened() {
                    arrivals.at(index, 1);
                    next();
                }

                @Override
                public void text(byte[] bytes, int from, int to, long at) {
                    arrivals.at(index, at);
                }
            });
        }

        private LeanSocket dial(String path, Ear ear) {
            return LeanSocket.dial(
                    client,
                    SocketAddress.inetSocketAddress(port, "127.0.0.1"),
                    path,
                    null,
                    ear,
                    new LeanSocket.Traffic());
        }

        private abstract class Ear implements LeanSocket.Ear {
            @Override
            public void lost(String why) {
                arrivals.fail("a connection to the bare server was " + why);
            }
        }
    }
}
