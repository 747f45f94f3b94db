package dev.podium.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** One address of this machine for a server that moves: bytes are handed to whichever port is meant when a connection comes. */
final class Relay implements AutoCloseable {
    private final Listener listener;
    private volatile int target;

    private Relay(int target) throws IOException {
        this.target = target;
        listener = Listener.start(this::pass);
    }

    static Relay to(int port) throws IOException {
        return new Relay(port);
    }

    int port() {
        return listener.port();
    }

    /** From now on connections lead there; those that are open are cut. */
    void turnTo(int port) {
        target = port;
        listener.cut();
    }

    @Override
    public void close() {
        listener.close();
    }

    private void pass(Socket client) throws IOException, InterruptedException {
        try (var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            Pipe.join(client, server);
        }
    }
}
