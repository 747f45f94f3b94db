package dev.podium.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.client.RawSocket;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** An instance ends, and phones go on coming until it does. */
class SentAwayIT {
    /** Sent away over a second and a half. */
    private static final int THERE_BEFORE = 300;

    @Test
    void who_comes_while_all_are_sent_away_is_told_to_come_back_as_well() {
        try (var cluster = Cluster.start("sent-away", 1)) {
            var instance = cluster.lone();
            var sockets = new ArrayList<RawSocket>();
            for (int i = 0; i < THERE_BEFORE; i++) sockets.add(RawSocket.open(instance.base(), "/ws/play"));
            var ended = CompletableFuture.supplyAsync(instance::stop);
            Patience.until("no new phones are sent to it", () -> !instance.ready());
            while (!ended.isDone()) {
                try {
                    var socket = RawSocket.open(instance.base(), "/ws/play");
                    if (!socket.head().contains(" 101 ")) break;
                    sockets.add(socket);
                    Thread.sleep(20);
                } catch (UncheckedIOException | InterruptedException refused) {
                    break;
                }
            }
            assertThat(sockets).hasSizeGreaterThan(THERE_BEFORE);
            for (var socket : sockets) {
                assertThat(socket.closeCode()).isEqualTo(4001);
                socket.close();
            }
            assertThat(ended.join()).as("exit code after SIGTERM").isIn(0, 143);
        }
    }
}
