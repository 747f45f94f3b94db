package dev.podium.client;

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
public final class StreamPeer implements AutoCloseable {
    private static final int PATIENCE_S = 20;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpResponse<InputStream> stream;
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    private StreamPeer(URI base, String path, String first) {
        this.stream = post(HTTP, base, path, first);
        Thread.ofVirtual().start(this::read);
    }

    public static StreamPeer join(URI base, String pin, String nickname) {
        return new StreamPeer(
                base,
                "/api/play/stream",
                "{\"type\":\"join\",\"pin\":\"" + pin + "\",\"nickname\":\"" + nickname + "\",\"key\":\"key-" + nickname
                        + "\"}");
    }

    public static StreamPeer resume(URI base, String ticket, long n) {
        return new StreamPeer(
                base, "/api/play/stream", "{\"type\":\"resume\",\"ticket\":\"" + ticket + "\",\"n\":" + n + "}");
    }

    public static StreamPeer screen(URI base, String token) {
        return new StreamPeer(base, "/api/screen/stream", "{\"token\":\"" + token + "\"}");
    }

    /** How the answer began that the stream is. */
    public HttpResponse<?> answer() {
        return stream;
    }

    public String header(String name) {
        return stream.headers().firstValue(name).orElse("");
    }

    public JsonNode next(String type) {
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
    public JsonNode await(String phase) {
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

    public int closeCode() {
        return closed.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
    }

    public boolean open() {
        return !closed.isDone();
    }

    public static JsonNode answer(URI base, String ticket, long n, String id, int question, String choice) {
        return frame(
                base,
                ticket,
                n,
                "{\"type\":\"answer\",\"id\":\"" + id + "\",\"question\":" + question + ",\"answer\":{\"choices\":[\""
                        + choice + "\"]},\"elapsedMs\":900}");
    }

    /** Sends a frame by a request of its own. */
    public static JsonNode frame(URI base, String ticket, long n, String frame) {
        return frames(send(HTTP, base, ticket, n, frame));
    }

    /** The same by whoever has this client, for the answer whatever it is. */
    public static HttpResponse<InputStream> send(HttpClient http, URI base, String ticket, long n, String frame) {
        return post(
                http,
                base,
                "/api/play/frame",
                "{\"ticket\":\"" + ticket + "\",\"n\":" + n + ",\"frame\":" + frame + "}");
    }

    /** What a request was answered with. */
    public static JsonNode frames(HttpResponse<InputStream> answer) {
        try (var body = answer.body()) {
            return MAPPER.readTree(body).path("frames");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<InputStream> post(HttpClient http, URI base, String path, String body) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
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
