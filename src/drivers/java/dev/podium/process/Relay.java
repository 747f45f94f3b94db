package dev.podium.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One address of this machine for a server that moves: bytes are handed to whichever port is meant when a connection comes. */
final class Relay implements AutoCloseable {
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int target;

    private Relay(int target) throws IOException {
        this.target = target;
        door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    static Relay to(int port) throws IOException {
        return new Relay(port);
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on connections lead there; those that are open are cut. */
    void turnTo(int port) {
        target = port;
        open.forEach(Pipe::end);
    }

    @Override
    public void close() {
        Pipe.end(door);
        open.forEach(Pipe::end);
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                Thread.ofVirtual().start(() -> pass(client));
            } catch (IOException e) {
                // Closed, or a client that went at once.
            }
        }
    }

    private void pass(Socket client) {
        open.add(client);
        try (client;
                var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(server);
            Pipe.join(client, server);
            open.remove(server);
        } catch (IOException e) {
            // Nobody listens there now: the client learns it by its end.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }
}
