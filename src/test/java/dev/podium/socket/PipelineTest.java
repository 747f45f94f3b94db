package dev.podium.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.client.RawSocket;
import io.netty.channel.ChannelHandler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether Vert.x is still built as {@link Pipeline} and {@link FrameWriter} take it to be: a server of its own, no Quarkus. */
class PipelineTest {
    private static final int PATIENCE_S = 20;

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<Upgraded> upgraded = new CompletableFuture<>();
    private URI base;

    private record Upgraded(ServerWebSocket socket, FlowControl flow, FrameWriter writer, List<String> layers) {}

    @BeforeEach
    void start() throws Exception {
        var options = new HttpServerOptions()
                .setPort(0)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false);
        HttpServer server = vertx.createHttpServer(options).requestHandler(request -> {
            var pipeline = new Pipeline(request.connection());
            var flow = pipeline.flowControl();
            assertThat(pipeline.flowControl()).isSameAs(flow);
            request.toWebSocket().onSuccess(socket -> {
                var outermost = new Pipeline(request.connection()).outermost();
                var layers = new ArrayList<String>();
                for (var layer : outermost.pipeline().toMap().values()) layers.add(name(layer));
                upgraded.complete(new Upgraded(socket, flow, new FrameWriter(outermost), layers));
            });
        });
        server.listen().toCompletionStage().toCompletableFuture().get(PATIENCE_S, TimeUnit.SECONDS);
        base = URI.create("http://localhost:" + server.actualPort());
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(PATIENCE_S, TimeUnit.SECONDS);
    }

    private static String name(ChannelHandler layer) {
        return layer.getClass().getSimpleName();
    }

    private Upgraded server() throws Exception {
        return upgraded.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    /** Whatever else stood there would be passed by: bytes are written at its outer end, frames are counted at its inner one. */
    @Test
    void between_vertx_and_the_network_there_are_only_frames_and_their_count() throws Exception {
        try (var client = RawSocket.open(base, "/")) {
            assertThat(client.head()).startsWith("HTTP/1.1 101");
            assertThat(server().layers())
                    .containsExactly(
                            "WebSocket13FrameDecoder", "WebSocket13FrameEncoder", "FlowControl", "VertxHandler");
        }
    }

    @Test
    void a_text_arrives_as_it_was_written_whatever_its_length_and_however_many_get_it() throws Exception {
        try (var client = RawSocket.open(base, "/")) {
            var texts = List.of("", "short", "Zoë 🦊", "x".repeat(125), "x".repeat(126), "y".repeat(70_000));
            var written = new CountDownLatch(3 * texts.size());
            for (var text : texts) for (int i = 0; i < 3; i++) server().writer().write(text, written::countDown);
            for (var text : texts)
                for (int i = 0; i < 3; i++) assertThat(client.text()).isEqualTo(text);
            assertThat(written.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void pings_are_counted_before_vertx_answers_them() throws Exception {
        try (var client = RawSocket.open(base, "/")) {
            var flooded = new CountDownLatch(1);
            var server = server();
            server.flow().listen(new FlowControl.Listener() {
                @Override
                public void beyondBudget() {}

                @Override
                public void flooded() {
                    flooded.countDown();
                    server.socket().close();
                }
            });
            client.write(RawSocket.times(10_000, RawSocket.frame(RawSocket.PING, new byte[2])));
            assertThat(flooded.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            assertThat(client.closeCode()).isEqualTo(1000);
            assertThat(client.pongs()).isEqualTo(79);
        }
    }

    @Test
    void an_abort_ends_a_connection_whose_other_side_does_not_read() throws Exception {
        try (var client = RawSocket.open(base, "/")) {
            var gone = new CountDownLatch(1);
            server().socket().closeHandler(v -> gone.countDown());
            var writer = server().writer();
            var megabyte = "x".repeat(1024 * 1024);
            while (writer.isWritable()) writer.write(megabyte, () -> {});
            writer.abort();
            assertThat(gone.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            assertThat(client.closeCode()).isEqualTo(1006);
        }
    }
}
