package dev.podium.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * The second line of a phone, as lean as {@link LeanSocket}: two connections as a browser keeps them, one whose answer is the stream,
 * one for all requests. It says that it is there whenever the stream's comment comes, as the page does.
 */
final class LeanStream implements LeanLine {
    private static final byte[] END_OF_LINE = "\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FOUND = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "event: close".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] N = "\"n\":".getBytes(StandardCharsets.US_ASCII);
    private static final int HEXADECIMAL = 16;

    private final NetClient client;
    private final SocketAddress address;
    private final LeanSocket.Ear ear;
    private final LeanSocket.Traffic traffic;
    private NetSocket requests;
    private NetSocket stream;
    private String ticket;
    private long n = -1;
    private boolean headRead;
    private boolean ended;

    private LeanStream(NetClient client, SocketAddress address, LeanSocket.Ear ear, LeanSocket.Traffic traffic) {
        this.client = client;
        this.address = address;
        this.ear = ear;
        this.traffic = traffic;
    }

    static LeanLine dial(NetClient client, SocketAddress address, LeanSocket.Ear ear, LeanSocket.Traffic traffic) {
        var lean = new LeanStream(client, address, ear, traffic);
        lean.connect(lean::reply, requests -> {
            lean.requests = requests;
            ear.opened();
        });
        return lean;
    }

    @Override
    public void send(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (Scan.is(bytes, 0, bytes.length, Scan.TYPE, "join")
                || Scan.is(bytes, 0, bytes.length, Scan.TYPE, "resume")) {
            ticket = Scan.text(bytes, 0, bytes.length, Scan.TICKET);
            n = Scan.number(bytes, 0, bytes.length, N);
            listen(text);
        } else {
            say(text);
        }
    }

    @Override
    public void cut() {
        ended = true;
        if (requests != null) requests.close();
        if (stream != null) stream.close();
    }

    private void connect(Pieces.Taker taker, Consumer<NetSocket> connected) {
        client.connect(address).onComplete(result -> {
            if (result.failed()) {
                end(result.cause().toString());
            } else if (ended) {
                result.result().close();
            } else {
                result.result().handler(new Pieces((bytes, from, at) -> ended ? from : taker.take(bytes, from, at)));
                result.result().exceptionHandler(e -> {});
                result.result().closeHandler(v -> closed(result.result()));
                connected.accept(result.result());
            }
        });
    }

    private void closed(NetSocket which) {
        if (which == stream || which == requests) end("closed");
    }

    private void end(String why) {
        if (ended) return;
        cut();
        ear.lost(why);
    }

    private void listen(String first) {
        var before = stream;
        stream = null;
        headRead = false;
        if (before != null) before.close();
        connect(this::event, listening -> {
            stream = listening;
            post(listening, "/api/play/stream", first);
        });
    }

    private void say(String frame) {
        post(
                requests,
                "/api/play/frame",
                "{\"ticket\":\"" + ticket + "\"" + (n < 0 ? "" : ",\"n\":" + n) + ",\"frame\":" + frame + "}");
    }

    private void post(NetSocket socket, String path, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        socket.write(Buffer.buffer("POST " + path + " HTTP/1.1\r\nHost: " + address.host() + ":" + address.port()
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                .appendBytes(bytes));
    }

    /** Takes one part of the stream, which is what the server wrote at once: one event. */
    private int event(byte[] bytes, int from, long at) {
        if (!headRead) {
            int end = Scan.after(bytes, from, bytes.length, END_OF_HEAD);
            if (end < 0) return from;
            headRead = isFound(bytes, from);
            return end;
        }
        int body = Scan.after(bytes, from, bytes.length, END_OF_LINE);
        if (body < 0) return from;
        int length = Integer.parseInt(
                new String(bytes, from, body - END_OF_LINE.length - from, StandardCharsets.US_ASCII), HEXADECIMAL);
        int end = body + length + END_OF_LINE.length;
        if (end > bytes.length) return from;
        traffic.frames++;
        traffic.bytes += end - from;
        heard(bytes, body, body + length, at);
        return end;
    }

    private void heard(byte[] bytes, int from, int to, long at) {
        if (startsWith(bytes, from, to, DATA)) {
            int start = from + DATA.length;
            if (Scan.is(bytes, start, to, Scan.TYPE, "welcome")) ticket = Scan.text(bytes, start, to, Scan.TICKET);
            ear.text(bytes, start, to, at);
        } else if (startsWith(bytes, from, to, CLOSE)) {
            end("closed with " + new String(bytes, from, to - from, StandardCharsets.US_ASCII));
        } else if (ticket != null) {
            say("{\"type\":\"ping\",\"t\":0}");
        }
    }

    /** Takes the answer to one request. */
    private int reply(byte[] bytes, int from, long at) {
        int body = Scan.after(bytes, from, bytes.length, END_OF_HEAD);
        if (body < 0) return from;
        if (!isFound(bytes, from)) return from;
        int end = body + (int) number(bytes, Scan.after(bytes, from, body, LENGTH));
        if (end > bytes.length) return from;
        traffic.frames++;
        traffic.bytes += end - from;
        ear.text(bytes, body, end, at);
        return end;
    }

    private boolean isFound(byte[] bytes, int from) {
        boolean found = startsWith(bytes, from, bytes.length, FOUND);
        if (!found)
            end("answered " + new String(bytes, from, Math.min(bytes.length - from, 60), StandardCharsets.US_ASCII));
        return found;
    }

    private static boolean startsWith(byte[] bytes, int from, int to, byte[] pattern) {
        return Scan.after(bytes, from, Math.min(to, from + pattern.length), pattern) > 0;
    }

    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; bytes[i] >= '0' && bytes[i] <= '9'; i++) number = number * 10 + bytes[i] - '0';
        return number;
    }
}
