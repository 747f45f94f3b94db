package dev.podium.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The other end of a socket, for tests that say what the server must send.
 *
 * <p>{@code send(text)} sends a frame; {@code next(type)} waits for the next frame of a type and passes over others;
 * {@code await(phase)} waits for a state (or a welcome) of a phase; {@code closeCode()} waits for the end. Whatever does not
 * come within {@value #PATIENCE_S} seconds fails the test with all that came instead.
 */
final class Peer implements AutoCloseable {
    private static final int PATIENCE_S = 20;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final StringBuilder seen = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private Peer(URI uri, String... headers) {
        var builder = HTTP.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) builder.header(headers[i], headers[i + 1]);
        socket = builder.buildAsync(uri, new Listener()).join();
    }

    static Peer connect(URI base, String path, String... headers) {
        return new Peer(URI.create("ws://" + base.getAuthority() + path), headers);
    }

    static Peer join(URI base, String pin, String nickname) {
        var peer = connect(base, "/ws/play");
        peer.join(pin, nickname, "key-" + nickname);
        return peer;
    }

    void join(String pin, String nickname, String key) {
        send(MAPPER.createObjectNode()
                .put("type", "join")
                .put("pin", pin)
                .put("nickname", nickname)
                .put("key", key)
                .put("v", 1)
                .toString());
    }

    void resume(String ticket, long n) {
        send("{\"type\":\"resume\",\"ticket\":\"" + ticket + "\",\"n\":" + n + ",\"v\":1}");
    }

    /** Answers a question with one choice, given by its id. */
    void answer(String id, int question, String choice) {
        answerWith(id, question, "{\"choices\":[\"" + choice + "\"]}");
    }

    void answerWith(String id, int question, String answer) {
        send("{\"type\":\"answer\",\"id\":\"" + id + "\",\"question\":" + question + ",\"answer\":" + answer
                + ",\"elapsedMs\":900}");
    }

    /** The id of the choice with this text. */
    static String choice(JsonNode question, String text) {
        for (var choice : question.path("choices")) {
            if (choice.path("text").asText().equals(text))
                return choice.path("id").asText();
        }
        throw new AssertionError("no choice " + text + " in " + question);
    }

    String status(String id) {
        return ack(id).path("status").asText();
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    void sendBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    JsonNode next(String type) {
        return next(frame -> frame.path("type").asText().equals(type), "a frame of type " + type);
    }

    JsonNode ack(String id) {
        return next(
                f -> f.path("type").asText().equals("ack")
                        && f.path("id").asText().equals(id),
                "the ack of " + id);
    }

    /** The state of the next frame that shows this phase. */
    JsonNode await(String phase) {
        return next(frame -> frame.path("state").path("phase").asText().equals(phase), "phase " + phase);
    }

    JsonNode next(Predicate<JsonNode> which, String what) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        try {
            while (true) {
                var frame = frames.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (frame == null) throw new AssertionError("no " + what + ", but:\n" + seen + "closed: " + closed);
                if (which.test(frame)) return frame;
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Everything the server has sent so far. */
    String seen() {
        synchronized (seen) {
            return seen.toString();
        }
    }

    int closeCode() {
        return closed.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
    }

    /** Breaks the connection without a word, as a phone in a lift does. */
    void drop() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(e -> null).join();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                received(text.toString());
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            closed.complete(statusCode);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            closed.complete(1006);
        }

        private void received(String frame) {
            synchronized (seen) {
                seen.append(frame).append('\n');
            }
            try {
                frames.add(MAPPER.readTree(frame));
            } catch (Exception e) {
                closed.completeExceptionally(e);
            }
        }
    }
}
