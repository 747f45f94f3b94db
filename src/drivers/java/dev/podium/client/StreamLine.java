package dev.podium.client;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.parsetools.RecordParser;
import java.util.concurrent.TimeUnit;

/**
 * A line where the network refuses sockets: a stream is what is heard, requests of their own are what is said, each through
 * the door's next turn.
 */
final class StreamLine implements Line {
    private static final String SCREENS = "/ws/screen/";
    private static final int OK = 200;
    private static final int CONNECT_MS = 5_000;
    /** Longer than a server lets a request wait. */
    private static final int REPLY_MS = 12_000;
    /** Two comments are missing by then: whatever a request says, nothing comes through the stream. */
    private static final long STALE_NS = TimeUnit.SECONDS.toNanos(25);

    private final HttpClient http;
    private final Door door;
    private final Ear ear;
    private String ticket;
    private Long n;
    private HttpClientRequest stream;
    private int streams;
    private long heardAt;
    private boolean refused;
    private boolean closed;

    private StreamLine(HttpClient http, Door door, Ear ear) {
        this.http = http;
        this.door = door;
        this.ear = ear;
    }

    /** @param path of the socket that it stands in for */
    static Line open(HttpClient http, Door door, String path, Ear ear) {
        var line = new StreamLine(http, door, ear);
        if (path.startsWith(SCREENS))
            line.begin("/api/screen/stream", new JsonObject().put("token", path.substring(SCREENS.length())));
        return line;
    }

    @Override
    public boolean send(JsonObject frame) {
        if (closed) return false;
        var type = frame.getString("type");
        if (type.equals("join") || type.equals("resume")) {
            ticket = frame.getString("ticket");
            n = frame.getLong("n");
            begin("/api/play/stream", frame);
        } else if (ticket != null) {
            say(frame);
        }
        return true;
    }

    @Override
    public void close() {
        closed = true;
        cut();
    }

    private void begin(String path, JsonObject first) {
        cut();
        refused = false;
        heardAt = System.nanoTime();
        int mine = ++streams;
        request(path, 0)
                .compose(request -> {
                    if (mine != streams) {
                        request.reset();
                        return Future.failedFuture("given up");
                    }
                    stream = request;
                    return request.send(first.toBuffer());
                })
                .onFailure(broken -> over(mine))
                .onSuccess(answer -> listen(mine, answer));
    }

    private void listen(int mine, HttpClientResponse answer) {
        if (answer.statusCode() != OK) {
            over(mine);
            return;
        }
        answer.handler(RecordParser.newDelimited("\n\n", event -> {
            if (mine == streams) hear(event);
        }));
        answer.exceptionHandler(broken -> over(mine));
        answer.endHandler(v -> {
            // After a refusal another name is asked for, on another stream.
            if (!refused) over(mine);
        });
    }

    private void hear(Buffer event) {
        if (closed) return;
        heardAt = System.nanoTime();
        ear.heard();
        var text = event.toString();
        int data = text.indexOf("data: ");
        if (data < 0) return;
        var told = text.substring(data + "data: ".length());
        if (text.startsWith("event: close")) {
            end(Integer.parseInt(told));
            return;
        }
        var frame = new JsonObject(told);
        if (frame.getString("type").equals("welcome")) ticket = frame.getString("ticket");
        if (frame.getString("type").equals("error") && ticket == null) refused = true;
        ear.received(frame);
    }

    private void say(JsonObject frame) {
        var body = new JsonObject().put("ticket", ticket).put("frame", frame);
        if (n != null) body.put("n", n);
        request("/api/play/frame", REPLY_MS)
                .compose(request -> request.send(body.toBuffer()))
                .compose(answer ->
                        answer.statusCode() == OK ? answer.body() : Future.failedFuture("" + answer.statusCode()))
                .onFailure(broken -> end(Verdict.LOST))
                .onSuccess(this::replied);
    }

    private void replied(Buffer reply) {
        for (var one : reply.toJsonObject().getJsonArray("frames")) {
            if (closed) return;
            var frame = (JsonObject) one;
            var type = frame.getString("type");
            if (type.equals("bye")) end(frame.getInteger("code"));
            // Only a stream that brings something is alive, whatever a request says.
            else if (!type.equals("pong") || System.nanoTime() - heardAt < STALE_NS) {
                ear.heard();
                ear.received(frame);
            }
        }
    }

    private Future<HttpClientRequest> request(String path, int idleMs) {
        var base = door.next();
        var to = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(base.getHost())
                .setPort(base.getPort())
                .setURI(path)
                .setConnectTimeout(CONNECT_MS)
                .setIdleTimeout(idleMs)
                .putHeader("Content-Type", "application/json");
        return http.request(to);
    }

    private void over(int mine) {
        if (mine == streams) end(Verdict.LOST);
    }

    private void end(int code) {
        if (closed) return;
        close();
        ear.closed(code);
    }

    private void cut() {
        streams++;
        if (stream != null) stream.reset();
        stream = null;
    }
}
