package dev.podium.client;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A socket without manners: whatever bytes a test wants to send, and nothing read that it does not ask for.
 *
 * <p>{@code send(PING, payload)} sends a frame, {@code write} any bytes, {@code closeCode()} reads until the end. A client
 * that never reads calls {@code write} alone. Blocking; one thread writes.
 */
public final class RawSocket implements AutoCloseable {
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int PING = 9;
    public static final int PONG = 10;
    private static final int CLOSE = 8;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int SHORT = 125;

    private final Socket socket;
    private final InputStream in;
    private final String head;
    private int pongs;

    private RawSocket(URI base, String path, String headers, byte[] more) throws IOException {
        socket = new Socket(base.getHost(), base.getPort());
        in = new BufferedInputStream(socket.getInputStream());
        var upgrade = "GET " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nConnection: Upgrade\r\n"
                + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + headers + "\r\n";
        var bytes = upgrade.getBytes(StandardCharsets.US_ASCII);
        write(ByteBuffer.allocate(bytes.length + more.length)
                .put(bytes)
                .put(more)
                .array());
        head = readHead();
    }

    /** Upgrades, and waits for the answer's head. */
    public static RawSocket open(URI base, String path) {
        return open(base, path, "", new byte[0]);
    }

    /**
     * @param headers more lines of the request's head, each with its end
     * @param more sent at once with it
     */
    public static RawSocket open(URI base, String path, String headers, byte[] more) {
        try {
            return new RawSocket(base, path, headers, more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One masked frame that is all of its message. */
    public static byte[] frame(int opcode, byte[] payload) {
        var buffer = ByteBuffer.allocate(payload.length + 14).put((byte) (FINAL | opcode));
        if (payload.length <= SHORT) buffer.put((byte) (MASKED | payload.length));
        else buffer.put((byte) (MASKED | SHORT + 1)).putShort((short) payload.length);
        // A mask of zeros leaves the payload as it is.
        return trimmed(buffer.putInt(0).put(payload));
    }

    /** The same frame again and again. */
    public static byte[] times(int count, byte[] frame) {
        var buffer = ByteBuffer.allocate(count * frame.length);
        for (int i = 0; i < count; i++) buffer.put(frame);
        return buffer.array();
    }

    /** What the upgrade was answered with. */
    public String head() {
        return head;
    }

    public void send(int opcode, String payload) throws IOException {
        write(frame(opcode, payload.getBytes(StandardCharsets.UTF_8)));
    }

    /** Waits while the other side reads nothing. */
    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Reads frames until one is a text. */
    public String text() throws IOException {
        while (true) {
            var frame = read();
            if (frame.opcode == TEXT) return new String(frame.payload, StandardCharsets.UTF_8);
            if (frame.opcode == CLOSE) throw new EOFException("closed instead of a text");
        }
    }

    /** Reads frames until the closing one, answers it and gives its code; 1006 where the connection ends without. */
    public int closeCode() {
        try {
            while (true) {
                var frame = read();
                if (frame.opcode != CLOSE) continue;
                write(frame(CLOSE, frame.payload));
                return ByteBuffer.wrap(frame.payload).getShort();
            }
        } catch (IOException e) {
            return 1006;
        }
    }

    /** How many pongs have been read so far. */
    public int pongs() {
        return pongs;
    }

    private Frame read() throws IOException {
        int opcode = octet() & 0xf;
        int length = octet();
        if (length == SHORT + 1) length = octet() << 8 | octet();
        else if (length == SHORT + 2)
            length = (int) ByteBuffer.wrap(in.readNBytes(Long.BYTES)).getLong();
        if (opcode == PONG) pongs++;
        return new Frame(opcode, in.readNBytes(length));
    }

    private int octet() throws IOException {
        int next = in.read();
        if (next < 0) throw new EOFException();
        return next;
    }

    private record Frame(int opcode, byte[] payload) {}

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String readHead() throws IOException {
        var text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) throw new EOFException("no upgrade, but: " + text);
            text.append((char) next);
        }
        return text.toString();
    }

    private static byte[] trimmed(ByteBuffer buffer) {
        var bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }
}
