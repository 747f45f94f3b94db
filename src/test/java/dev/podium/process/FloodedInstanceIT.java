package dev.podium.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.client.RawSocket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Strangers flood sockets and never read; the instance has as much heap as the image gives it in half a gigabyte. */
class FloodedInstanceIT {
    private static final int FLOODS = 20;
    /** 70 % of 512 MiB. */
    private static final String HEAP = "-Xmx358m";

    private static final byte[] PINGS = RawSocket.times(1_000, RawSocket.frame(RawSocket.PING, new byte[2]));
    private static final int PATIENCE_S = 60;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void pings_whose_answers_nobody_reads_end_their_own_sockets_and_nothing_else() throws Exception {
        var shape = Shape.of("flooded", 1).withOption(HEAP).withOption("-XX:+ExitOnOutOfMemoryError");
        try (var cluster = Cluster.start(shape)) {
            var instance = cluster.lone();
            pingPong(instance.base());
            var floods = new ArrayList<CompletableFuture<Void>>();
            for (int i = 0; i < FLOODS; i++)
                floods.add(CompletableFuture.runAsync(() -> flood(instance.base()), this::inThread));
            Patience.until("all floods are cut", () -> {
                assertThat(instance.alive()).as("the instance lives").isTrue();
                pingPong(instance.base());
                return floods.stream().allMatch(CompletableFuture::isDone);
            });
            assertThat(instance.metric("podium_sockets_closed_total")).isEqualTo(FLOODS);
            Patience.until("no socket is left", () -> instance.metric("podium_sockets") == 0);
        }
    }

    /** With a heartbeat of a second, so that patience ends soon. */
    @Test
    void who_sends_and_does_not_read_and_who_never_says_which_game_it_wants_are_closed() {
        var shape = Shape.of("rude", 1).with("PODIUM_HEARTBEAT_MS", "1000");
        try (var cluster = Cluster.start(shape);
                var deaf = RawSocket.open(cluster.lone().base(), "/ws/play")) {
            var undecided = new CompletableFuture<Integer>();
            http.newWebSocketBuilder()
                    .buildAsync(socket(cluster.lone().base()), new WebSocket.Listener() {
                        @Override
                        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
                            undecided.complete(code);
                            return null;
                        }
                    })
                    .join();
            Patience.until("the deaf one is closed", () -> {
                ping(deaf);
                return cluster.lone().metric("podium_sockets_closed_total") > 0;
            });
            assertThat(deaf.closeCode()).isEqualTo(4002);
            assertThat(undecided.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join()).isEqualTo(4003);
        }
    }

    /** Few enough for any budget. */
    private static void ping(RawSocket socket) {
        try {
            Thread.sleep(200);
            socket.send(RawSocket.PING, "x");
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URI socket(URI base) {
        return URI.create("ws://" + base.getAuthority() + "/ws/play");
    }

    private void inThread(Runnable task) {
        new Thread(task, "flood").start();
    }

    /** Sends as fast as it can until it is cut. */
    private static void flood(URI base) {
        try (var socket = RawSocket.open(base, "/ws/play")) {
            while (true) socket.write(PINGS);
        } catch (IOException cut) {
            // It never reads why.
        }
    }

    /** A phone comes, asks whether the server is there, hears that it is, and goes. */
    private void pingPong(URI base) {
        var pong = new CompletableFuture<Void>();
        var socket = http.newWebSocketBuilder()
                .buildAsync(socket(base), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        pong.complete(null);
                        return null;
                    }
                })
                .orTimeout(PATIENCE_S, TimeUnit.SECONDS)
                .join();
        socket.sendText("{\"type\":\"ping\",\"t\":1}", true).join();
        pong.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
}
