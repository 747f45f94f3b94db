package dev.podium.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A WebSocket client that costs little: a driver that is slower than the server would measure itself. It answers pings,
 * and it counts every byte and frame it is sent. All of it happens on one event loop.
 */
final class LeanSocket implements LeanLine {
    /** What is heard through one socket. */
    interface Ear {
        void opened();

        /** @param at when its bytes were read, on {@link System#nanoTime}'s scale */
        void text(byte[] bytes, int from, int to, long at);

        /** It is gone, or it never opened. Called once. */
        void lost(String why);
    }

    /** What a crowd has been sent, headers of frames included. */
    static final class Traffic {
        long frames;
        long bytes;
    }

    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] UPGRADED = "HTTP/1.1 101".getBytes(StandardCharsets.US_ASCII);

    private final Ear ear;
    private final Traffic traffic;
    private NetSocket socket;
    private boolean open;
    private boolean ended;

    private LeanSocket(Ear ear, Traffic traffic) {
        this.ear = ear;
        this.traffic = traffic;
    }

    /** @param cookie a host's session, or null */
    static LeanSocket dial(
            NetClient client, SocketAddress address, String path, String cookie, Ear ear, Traffic traffic) {
        var lean = new LeanSocket(ear, traffic);
        client.connect(address).onComplete(result -> {
            if (result.failed()) lean.end(result.cause().toString());
            else if (lean.ended) result.result().close();
            else lean.upgrade(result.result(), address, path, cookie);
        });
        return lean;
    }

    @Override
    public void send(String text) {
        var payload = text.getBytes(StandardCharsets.UTF_8);
        write(TEXT, payload, 0, payload.length);
    }

    @Override
    public void cut() {
        ended = true;
        if (socket != null) socket.close();
    }

    private void upgrade(NetSocket connected, SocketAddress address, String path, String cookie) {
        socket = connected;
        connected.handler(new Pieces(this::take));
        connected.exceptionHandler(e -> {});
        connected.closeHandler(v -> end("closed"));
        var authority = address.host() + ":" + address.port();
        connected.write(
                Buffer.buffer("GET " + path + " HTTP/1.1\r\nHost: " + authority + "\r\nOrigin: http://" + authority
                        + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + (cookie == null ? "" : "Cookie: " + cookie + "\r\n")
                        + "\r\n"));
    }

    private void end(String why) {
        if (ended) return;
        ended = true;
        ear.lost(why);
    }

    private int take(byte[] bytes, int from, long at) {
        if (ended) return from;
        return open ? frame(bytes, from, at) : head(bytes);
    }

    /** Gives the end of the response's head, or 0 as long as it has none. */
    private int head(byte[] bytes) {
        int end = Scan.after(bytes, 0, bytes.length, END_OF_HEAD);
        if (end < 0) return 0;
        if (Scan.after(bytes, 0, UPGRADED.length, UPGRADED) < 0) {
            end("answered " + new String(bytes, 0, Math.min(bytes.length, 60), StandardCharsets.US_ASCII));
            socket.close();
            return bytes.length;
        }
        open = true;
        ear.opened();
        return end;
    }

    /** Takes one frame and gives its end; the same position when it is not complete. */
    private int frame(byte[] bytes, int from, long at) {
        if (bytes.length - from < 2) return from;
        int opcode = bytes[from] & 0x0f;
        int length = bytes[from + 1] & 0x7f;
        int body = from + 2;
        if (length == 126) {
            if (bytes.length - from < 4) return from;
            length = (bytes[from + 2] & 0xff) << 8 | bytes[from + 3] & 0xff;
            body = from + 4;
        } else if (length == 127) {
            if (bytes.length - from < 10) return from;
            length = 0;
            for (int i = 6; i < 10; i++) length = length << 8 | bytes[from + i] & 0xff;
            body = from + 10;
        }
        int end = body + length;
        if (end > bytes.length) return from;
        traffic.frames++;
        traffic.bytes += end - from;
        switch (opcode) {
            case TEXT -> ear.text(bytes, body, end, at);
            case PING -> write(PONG, bytes, body, length);
            case CLOSE ->
                end("closed with " + (length < 2 ? 1005 : (bytes[body] & 0xff) << 8 | bytes[body + 1] & 0xff));
            default -> {}
        }
        return end;
    }

    private void write(int opcode, byte[] payload, int from, int length) {
        if (ended) return;
        int mask = ThreadLocalRandom.current().nextInt();
        var frame = new byte[(length < 126 ? 6 : 8) + length];
        int at = 0;
        frame[at++] = (byte) (0x80 | opcode);
        if (length < 126) {
            frame[at++] = (byte) (0x80 | length);
        } else {
            frame[at++] = (byte) (0x80 | 126);
            frame[at++] = (byte) (length >> 8);
            frame[at++] = (byte) length;
        }
        for (int shift = 24; shift >= 0; shift -= 8) frame[at++] = (byte) (mask >> shift);
        for (int i = 0; i < length; i++) frame[at++] = (byte) (payload[from + i] ^ mask >> (24 - (i & 3) * 8));
        socket.write(Buffer.buffer(frame));
    }
}
