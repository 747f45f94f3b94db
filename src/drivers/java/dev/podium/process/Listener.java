package dev.podium.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port of this machine. Each connection has a thread of its own, and is closed after it. */
public final class Listener implements AutoCloseable {
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Server server;

    /** What is done with a connection. */
    public interface Server {
        /** @throws IOException where either end is gone, which its client learns by its end */
        void serve(Socket client) throws IOException, InterruptedException;
    }

    private Listener(Server server) throws IOException {
        this.server = server;
        door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    public static Listener start(Server server) throws IOException {
        return new Listener(server);
    }

    public int port() {
        return door.getLocalPort();
    }

    public boolean closed() {
        return door.isClosed();
    }

    /** Cuts whoever is connected now. */
    public void cut() {
        open.forEach(Pipe::end);
    }

    @Override
    public void close() {
        Pipe.end(door);
        cut();
    }

    private void listen() {
        while (!closed()) {
            try {
                var client = door.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                // Closed, or a client that went at once.
            }
        }
    }

    private void serve(Socket client) {
        open.add(client);
        try (client) {
            server.serve(client);
        } catch (IOException e) {
            // One of the two is gone: the other learns it by its end.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }
}
