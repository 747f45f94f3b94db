package dev.podium.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against real sockets: what clients and backends see of the proxy between them. */
class ProxyTest {
    private static final int PATIENCE_MS = 30_000;
    /** Long enough for what would arrive to have arrived. */
    private static final int SILENCE_MS = 300;

    private static final String HEALTH = "GET /q/health/ready ";
    private static final String GET = "GET / HTTP/1.1\r\n\r\n";
    private static final String UPGRADE = "GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n";

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (var one : open.reversed()) one.close();
    }

    @Test
    void new_connections_go_round() throws IOException {
        var proxy = proxy(greeter("a"), greeter("b"), greeter("c"));
        var met = new StringBuilder();
        for (int i = 0; i < 6; i++) met.append(ask(proxy));
        assertThat(met.substring(0, 3)).contains("a", "b", "c");
        assertThat(met.substring(3)).isEqualTo(met.substring(0, 3));
    }

    @Test
    void what_one_backend_refuses_the_next_one_gets() throws IOException {
        var proxy = proxy(nobody(), greeter("b"));
        for (int i = 0; i < 4; i++) assertThat(ask(proxy)).isEqualTo("b");
    }

    @Test
    void what_one_backend_resets_before_it_answers_the_next_one_gets() throws IOException {
        var proxy = proxy(resetter(), greeter("b"));
        for (int i = 0; i < 4; i++) assertThat(ask(proxy)).isEqualTo("b");
    }

    @Test
    void who_is_not_ready_gets_nothing_while_another_one_is() throws IOException {
        var proxy = proxy(greeter("a", 503), greeter("b"), greeter("c"));
        int lucky = 0;
        while (lucky < 6) lucky = ask(proxy).equals("a") ? 0 : lucky + 1;
    }

    @Test
    void behind_a_filter_that_refuses_sockets_everything_else_comes_through() throws IOException {
        var proxy = proxy(greeter("a"));
        proxy.refuseSockets(true);
        assertThat(ask(proxy.filteredAddress(), UPGRADE)).isEqualTo("H");
        assertThat(ask(proxy.filteredAddress(), GET)).isEqualTo("a");
        assertThat(ask(proxy.address(), UPGRADE)).isEqualTo("a");
        proxy.refuseSockets(false);
        assertThat(ask(proxy.filteredAddress(), UPGRADE)).isEqualTo("a");
    }

    @Test
    void when_nobody_is_ready_everybody_gets_something() throws IOException {
        var proxy = proxy(greeter("a", 503), greeter("b", 503));
        var met = new HashSet<String>();
        while (met.size() < 2) met.add(ask(proxy));
    }

    @Test
    void what_may_have_had_an_effect_is_not_said_again() throws IOException {
        var proxy = proxy(resetter(), resetter());
        var client = connect(proxy);
        say(client, "POST / HTTP/1.1\r\n\r\n");
        assertEnd(client);
    }

    @Test
    void a_client_is_reset_when_nobody_is_there() throws IOException {
        assertEnd(connect(proxy(nobody(), nobody())));
    }

    @Test
    void delayed_bytes_stay_in_order_and_take_their_time() throws IOException {
        var proxy = proxy(echo());
        proxy.delay(new Delay(60, 50));
        var client = connect(proxy);
        long begin = System.nanoTime();
        var all = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            var part = "part " + i + " ";
            say(client, part);
            all.append(part);
        }
        assertThat(hear(client, all.length())).isEqualTo(all.toString());
        assertThat(System.nanoTime() - begin).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(2 * (60 - 50)));
    }

    @Test
    void a_stalled_reader_holds_the_writer_and_loses_nothing() throws Exception {
        int blocks = 64;
        byte[] block = new byte[1024 * 1024];
        var written = new AtomicLong();
        var proxy = proxy(backend(socket -> {
            if (!hear(socket, 1).equals("!")) return;
            for (int i = 0; i < blocks; i++) {
                socket.getOutputStream().write(block);
                written.incrementAndGet();
            }
        }));
        var client = connect(proxy);
        awaitBackend(proxy);
        passage(proxy).stall();
        say(client, "!");
        long before;
        do {
            before = written.get();
            Thread.sleep(SILENCE_MS);
        } while (written.get() != before);
        assertThat(written.get()).isLessThan(blocks);
        passage(proxy).flow();
        assertThat(hear(client, blocks * block.length).length()).isEqualTo(blocks * block.length);
        assertThat(written.get()).isEqualTo(blocks);
    }

    @Test
    void a_dropped_connection_is_reset_at_both_ends() throws Exception {
        var noticed = new CountDownLatch(1);
        var proxy = proxy(backend(socket -> {
            socket.getOutputStream().write('!');
            try {
                socket.getInputStream().read();
            } catch (SocketException e) {
                noticed.countDown();
            }
        }));
        var client = connect(proxy);
        assertThat(hear(client, 1)).isEqualTo("!");
        passage(proxy).drop();
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        assertThat(noticed.await(PATIENCE_MS, TimeUnit.MILLISECONDS)).isTrue();
        // The proxy itself learns of a close a moment after the client.
        while (!proxy.passages().isEmpty()) Thread.sleep(1);
    }

    @Test
    void of_a_half_open_connection_neither_side_hears_again() throws Exception {
        var closed = new CountDownLatch(1);
        var cut = new CountDownLatch(1);
        var proxy = proxy(backend(socket -> {
            socket.getOutputStream().write('!');
            cut.await();
            socket.getOutputStream().write("lost".getBytes(StandardCharsets.UTF_8));
            socket.close();
            closed.countDown();
        }));
        var client = connect(proxy);
        assertThat(hear(client, 1)).isEqualTo("!");
        var passage = passage(proxy);
        passage.halfOpen();
        // The order to the proxy's thread is followed by whatever comes later through it.
        awaitRound(proxy);
        cut.countDown();
        assertThat(closed.await(PATIENCE_MS, TimeUnit.MILLISECONDS)).isTrue();
        client.setSoTimeout(SILENCE_MS);
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        assertThat(passage.open()).isTrue();
        client.close();
        while (passage.open()) Thread.sleep(1);
    }

    @Test
    void an_end_arrives_after_all_that_was_said() throws IOException {
        var proxy =
                proxy(backend(socket -> socket.getOutputStream().write("goodbye".getBytes(StandardCharsets.UTF_8))));
        proxy.delay(new Delay(30, 0));
        var client = connect(proxy);
        assertThat(hear(client, "goodbye".length())).isEqualTo("goodbye");
        assertThat(client.getInputStream().read()).isEqualTo(-1);
    }

    /** What a backend does with a connection; when it returns, the connection is closed. */
    private interface Behaviour {
        void with(Socket socket) throws IOException, InterruptedException;
    }

    private URI backend(Behaviour behaviour) throws IOException {
        var listener = new ServerSocket(0);
        open.add(listener);
        Thread.ofVirtual().start(() -> {
            while (!listener.isClosed()) {
                try {
                    var socket = listener.accept();
                    Thread.ofVirtual().start(() -> {
                        try (socket) {
                            behaviour.with(socket);
                        } catch (IOException | InterruptedException e) {
                            // The test looks at the other end.
                        }
                    });
                } catch (IOException e) {
                    return;
                }
            }
        });
        return URI.create("http://localhost:" + listener.getLocalPort() + "/");
    }

    private URI greeter(String name) throws IOException {
        return greeter(name, 200);
    }

    /** @param health the status with which it answers who asks whether it is ready */
    private URI greeter(String name, int health) throws IOException {
        return backend(socket -> {
            if (head(socket).startsWith(HEALTH)) say(socket, "HTTP/1.1 " + health + " So\r\nContent-Length: 0\r\n\r\n");
            else say(socket, name);
        });
    }

    private URI echo() throws IOException {
        return backend(socket -> socket.getInputStream().transferTo(socket.getOutputStream()));
    }

    private URI resetter() throws IOException {
        return backend(socket -> {
            if (head(socket).startsWith(HEALTH)) say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            socket.setSoLinger(true, 0);
        });
    }

    private static URI nobody() throws IOException {
        try (var listener = new ServerSocket(0)) {
            return URI.create("http://localhost:" + listener.getLocalPort() + "/");
        }
    }

    private Proxy proxy(URI... backends) {
        var proxy = Proxy.start(List.of(backends));
        open.add(proxy);
        return proxy;
    }

    private Socket connect(Proxy proxy) throws IOException {
        return connect(proxy.address());
    }

    private Socket connect(URI address) throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(PATIENCE_MS);
        open.add(socket);
        return socket;
    }

    private String ask(Proxy proxy) throws IOException {
        return ask(proxy.address(), GET);
    }

    /** Gives the first byte of the answer. */
    private String ask(URI address, String request) throws IOException {
        try (var socket = connect(address)) {
            say(socket, request);
            return hear(socket, 1);
        }
    }

    private static Passage passage(Proxy proxy) {
        assertThat(proxy.passages()).hasSize(1);
        return proxy.passages().getFirst();
    }

    private static void awaitBackend(Proxy proxy) throws InterruptedException {
        while (proxy.passages().isEmpty() || proxy.passages().getFirst().backend() == null) Thread.sleep(1);
    }

    private void awaitRound(Proxy proxy) throws IOException, InterruptedException {
        int known = proxy.passages().size();
        try (var other = connect(proxy)) {
            while (proxy.passages().size() == known) Thread.sleep(1);
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hear(Socket socket, int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    }

    /** A request's first line and headers. */
    private static String head(Socket socket) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) break;
            head.append((char) next);
        }
        return head.toString();
    }

    private static void assertEnd(Socket socket) throws IOException {
        try {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }
}
