package dev.podium.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

/**
 * A stand-in for the proxies that share PostgreSQL's connections among clients, for a session each or for a transaction each. A
 * client signs in over a connection of its own, which then is everybody's, the one used last first.
 */
final class Pooler implements AutoCloseable {
    private static final int SSL_REQUEST = 80_877_103;
    /** Of its own making, as such proxies have it. */
    private static final int PROCESS_ID = 4_711;

    private final int port;
    private final boolean byTransaction;
    private final BlockingDeque<Backend> idle = new LinkedBlockingDeque<>();
    private final Listener listener;

    /** A message of the protocol: its kind, and all that follows on its length. */
    private record Message(int kind, byte[] body) {
        static Message read(DataInputStream in) throws IOException {
            int kind = in.read();
            if (kind < 0) throw new EOFException();
            return new Message(kind, body(in));
        }

        static byte[] body(DataInputStream in) throws IOException {
            return in.readNBytes(in.readInt() - Integer.BYTES);
        }

        void write(DataOutputStream out) throws IOException {
            out.write(kind);
            out.writeInt(body.length + Integer.BYTES);
            out.write(body);
        }

        int number() {
            return (body[0] & 0xff) << 24 | (body[1] & 0xff) << 16 | (body[2] & 0xff) << 8 | body[3] & 0xff;
        }

        /** Authentication that asks for an answer: neither the last word nor the one before it. */
        boolean asks() {
            return kind == 'R' && number() != 0 && number() != 12;
        }

        boolean wantsAnswer() {
            return kind == 'Q' || kind == 'S';
        }

        boolean ready() {
            return kind == 'Z';
        }

        boolean outsideTransaction() {
            return ready() && body[0] == 'I';
        }
    }

    private record Backend(DataInputStream in, DataOutputStream out) {}

    private Pooler(int port, boolean byTransaction) throws IOException {
        this.port = port;
        this.byTransaction = byTransaction;
        listener = Listener.start(this::serve);
    }

    static Pooler bySession(int port) throws IOException {
        return new Pooler(port, false);
    }

    static Pooler byTransaction(int port) throws IOException {
        return new Pooler(port, true);
    }

    int port() {
        return listener.port();
    }

    @Override
    public void close() {
        listener.close();
        idle.forEach(backend -> Pipe.end(backend.in));
    }

    private void serve(Socket client) throws IOException, InterruptedException {
        client.setTcpNoDelay(true);
        var in = new DataInputStream(client.getInputStream());
        var out = new DataOutputStream(client.getOutputStream());
        var backend = signIn(in, out);
        try {
            var message = Message.read(in);
            while (message.kind != 'X') {
                if (backend == null) backend = idle.takeFirst();
                message.write(backend.out);
                if (message.wantsAnswer() && answer(backend, out) && byTransaction) {
                    idle.addFirst(backend);
                    backend = null;
                }
                message = Message.read(in);
            }
        } finally {
            if (backend != null) Pipe.end(backend.in);
        }
    }

    private Backend signIn(DataInputStream in, DataOutputStream out) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        var backend = new Backend(
                new DataInputStream(socket.getInputStream()), new DataOutputStream(socket.getOutputStream()));
        var startup = new Message(0, Message.body(in));
        if (startup.number() == SSL_REQUEST) {
            out.write('N');
            startup = new Message(0, Message.body(in));
        }
        backend.out.writeInt(startup.body.length + Integer.BYTES);
        backend.out.write(startup.body);
        Message told;
        do {
            told = Message.read(backend.in);
            if (told.kind == 'K') {
                var key = told.body.clone();
                for (int i = 0; i < Integer.BYTES; i++) key[i] = (byte) (PROCESS_ID >> 8 * (Integer.BYTES - 1 - i));
                told = new Message('K', key);
            }
            told.write(out);
            if (told.asks()) Message.read(in).write(backend.out);
        } while (!told.ready());
        if (!byTransaction) return backend;
        idle.addFirst(backend);
        return null;
    }

    /** Hands on all that is said to the last question; true when no transaction is open after it. */
    private static boolean answer(Backend backend, DataOutputStream out) throws IOException {
        Message told;
        do {
            told = Message.read(backend.in);
            told.write(out);
        } while (!told.ready());
        return told.outsideTransaction();
    }
}
