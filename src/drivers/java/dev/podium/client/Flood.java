package dev.podium.client;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A stranger at an instance's door: sends as much as it is let and comes again when it is cut off. Time and rate are
 * bounded, so that it is the instance that has to bear it and not the machine. One thread pours; the outcome is read after it.
 */
public final class Flood {
    private static final long MOST_BYTES_PER_S = 5_000_000;
    private static final long NS_PER_BYTE = TimeUnit.SECONDS.toNanos(1) / MOST_BYTES_PER_S;
    private static final long AGAIN_MS = 100;
    private static final int CHUNK = 8 * 1024;
    private static final int HEAD_MS = 2_000;

    private static final int TEXT = 1;
    private static final int PING = 9;
    private static final int CLOSE = 8;
    /** No close frame was read. */
    private static final String CUT = "cut off";

    /** Its time was used up, and nobody had stopped it. */
    private static final String NEVER = "never";

    private final URI instance;
    private final String what;
    private final byte[] frames;
    private final boolean reads;
    private final long end;
    private final Map<String, Integer> ends = new TreeMap<>();
    private long sent;

    private Flood(URI instance, Duration lasts, String what, byte[] frame, boolean reads) {
        this.instance = instance;
        this.end = System.nanoTime() + lasts.toNanos();
        this.what = what;
        this.reads = reads;
        int many = CHUNK / frame.length;
        frames = new byte[many * frame.length];
        for (int i = 0; i < many; i++) System.arraycopy(frame, 0, frames, i * frame.length, frame.length);
    }

    /** Pings of two bytes; it never reads what comes back. */
    public static Flood ofPings(URI instance, Duration lasts) {
        return new Flood(instance, lasts, "pings, unread", frame(PING, "ab"), false);
    }

    /** Messages that have a form. */
    public static Flood ofFrames(URI instance, Duration lasts) {
        return new Flood(instance, lasts, "frames", frame(TEXT, "{\"type\":\"ping\",\"t\":1}"), true);
    }

    /** Returns when its time is used up. Blocks its thread until then. */
    public void pour() throws InterruptedException {
        while (isOn()) {
            try (var socket = new Socket("127.0.0.1", instance.getPort())) {
                upgrade(socket);
                ends.merge(pour(socket), 1, Integer::sum);
            } catch (IOException refused) {
                ends.merge(CUT, 1, Integer::sum);
            }
            Thread.sleep(AGAIN_MS);
        }
    }

    private boolean isOn() {
        return System.nanoTime() < end;
    }

    /** Gives how it was ended: the code, where one was read. */
    private String pour(Socket socket) throws InterruptedException {
        // A server that reads no more would hold this thread in the middle of a write.
        var alarm = Thread.startVirtualThread(() -> closeAt(end, socket));
        var code = new String[] {CUT};
        var reader = reads ? Thread.startVirtualThread(() -> code[0] = codeOf(socket)) : null;
        try {
            while (isOn()) {
                long due = System.nanoTime() + frames.length * NS_PER_BYTE;
                socket.getOutputStream().write(frames);
                sent += frames.length;
                while (System.nanoTime() < due) Thread.sleep(1);
            }
            socket.close();
        } catch (IOException over) {
            // Cut off, or its time was up.
        }
        alarm.interrupt();
        if (!isOn()) return NEVER;
        if (reader != null) reader.join(HEAD_MS);
        return code[0];
    }

    private void upgrade(Socket socket) throws IOException {
        var authority = "127.0.0.1:" + instance.getPort();
        var head = "GET /ws/play HTTP/1.1\r\nHost: " + authority + "\r\nOrigin: http://" + authority
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        socket.setSoTimeout(HEAD_MS);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        int ended = 0;
        while (ended < 4) {
            int next = socket.getInputStream().read();
            if (next < 0) throw new IOException("no upgrade");
            ended = next == (ended % 2 == 0 ? '\r' : '\n') ? ended + 1 : 0;
        }
        socket.setSoTimeout(0);
    }

    /** Reads and forgets, up to the close frame. */
    private static String codeOf(Socket socket) {
        try {
            var in = new DataInputStream(socket.getInputStream());
            while (true) {
                int opcode = in.readUnsignedByte() & 0x0f;
                int length = in.readUnsignedByte();
                if (length == 126) length = in.readUnsignedShort();
                else if (length == 127) length = Math.toIntExact(in.readLong());
                if (opcode == CLOSE && length >= 2) return Integer.toString(in.readUnsignedShort());
                in.skipNBytes(length);
            }
        } catch (IOException over) {
            return CUT;
        }
    }

    private static void closeAt(long end, Socket socket) {
        try {
            TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
            socket.close();
        } catch (InterruptedException | IOException over) {
            // Nothing is left to close.
        }
    }

    /** Masked with zeros, as a client's frame has to be masked. */
    private static byte[] frame(int opcode, String text) {
        var payload = text.getBytes(StandardCharsets.UTF_8);
        var frame = new byte[6 + payload.length];
        frame[0] = (byte) (0x80 | opcode);
        frame[1] = (byte) (0x80 | payload.length);
        System.arraycopy(payload, 0, frame, 6, payload.length);
        return frame;
    }

    @Override
    public String toString() {
        return "%s: %,d kB, ended %s".formatted(what, sent / 1_000, ends);
    }
}
