package dev.podium.process;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/** Bytes between two sockets, both ways, on virtual threads. */
public final class Pipe {
    private Pipe() {}

    /** Returns when either has ended, and both are closed. */
    public static void join(Socket one, Socket other) throws IOException, InterruptedException {
        one.setTcpNoDelay(true);
        other.setTcpNoDelay(true);
        var back = Thread.ofVirtual().start(() -> copy(other, one));
        copy(one, other);
        back.join();
    }

    public static void end(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of the two is gone, and so is the other then.
        }
        end(from);
        end(to);
    }
}
