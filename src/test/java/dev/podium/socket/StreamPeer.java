package dev.podium.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The other end of a second line. {@code await(phase)} waits for a state of the stream, {@code frame(…)} sends one frame and gives the
 * whole reply, {@code closeCode()} waits for the stream's end: 0 where it ended without a code.
 */
final class StreamPeer implements AutoCloseable {
    private static final int PATIENCE_S = 20;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpResponse<InputStream> stream;
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    private StreamPeer(URI base, String path, String first) {
        this.stream = post(base, path, first);
        Thread.ofVirtual().start(this::read);
    }

    static StreamPeer join(URI base, String pin, String nickname) {
        return new StreamPeer(
                base,
                "/api/play/stream",
                "{\"type\":\"join\",\"pin\":\"" + pin + "\",\"nickname\":\"" + nickname + "\",\"key\":\"key-" + nickname
                        + "\"}");
    }

    static StreamPeer resume(URI base, String ticket, long n) {
        return new StreamPeer(
                base, "/api/play/stream", "{\"type\":\"resume\",\"ticket\":\"" + ticket + "\",\"n\":" + n + "}");
    }

    static StreamPeer screen(URI base, String token) {
        return new StreamPeer(base, "/api/screen/stream", "{\"token\":\"" + token + "\"}");
    }

    String header(String name) {
        return stream.headers().firstValue(name).orElse("");
    }

    JsonNode next(String type) {
        try {
            while (true) {
                var frame = frames.poll(PATIENCE_S, TimeUnit.SECONDS);
                if (frame == null) throw new AssertionError("no " + type + "; closed: " + closed);
                if (frame.path("type").asText().equals(type)) return frame;
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The state of the next frame that shows this phase. */
    JsonNode await(String phase) {
        try {
            while (true) {
                var frame = frames.poll(PATIENCE_S, TimeUnit.SECONDS);
                if (frame == null) throw new AssertionError("no " + phase + "; closed: " + closed);
                if (frame.at("/state/phase").asText().equals(phase)) return frame.path("state");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    int closeCode() {
        return closed.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
    }

    boolean open() {
        return !closed.isDone();
    }

    static JsonNode answer(URI base, String ticket, long n, String id, int question, String choice) {
        return frame(
                base,
                ticket,
                n,
                "{\"type\":\"answer\",\"id\":\"" + id + "\",\"question\":" + question + ",\"answer\":{\"choices\":[\""
                        + choice + "\"]},\"elapsedMs\":900}");
    }

    /** Sends a frame by a request of its own. */
    static JsonNode frame(URI base, String ticket, long n, String frame) {
        var request = post(
                base, "/api/play/frame", "{\"ticket\":\"" + ticket + "\",\"n\":" + n + ",\"frame\":" + frame + "}");
        try (var body = request.body()) {
            return MAPPER.readTree(body).path("frames");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<InputStream> post(URI base, String path, String body) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void read() {
        int code = 0;
        try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            boolean last = false;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("event: close")) last = true;
                else if (line.startsWith("data: ") && last) code = Integer.parseInt(line.substring(6));
                else if (line.startsWith("data: ")) frames.add(MAPPER.readTree(line.substring(6)));
            }
        } catch (IOException e) {
            // It was cut.
        }
        closed.complete(code);
    }

    @Override
    public void close() {
        try {
            stream.body().close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
