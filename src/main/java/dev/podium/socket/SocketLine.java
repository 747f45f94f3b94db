package dev.podium.socket;

import dev.podium.wire.CloseCode;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;

/** The way out through a socket. */
record SocketLine(WebSocketConnection connection, FrameWriter writer, FlowControl flow) implements Line {
    @Override
    public boolean isWritable() {
        return writer.isWritable();
    }

    @Override
    public void write(String frame, Runnable written) {
        writer.write(frame, written);
    }

    @Override
    public void end(CloseCode code) {
        // What cannot be written any more concerns a connection that has gone.
        if (!connection.isClosed())
            connection
                    .close(new CloseReason(code.code(), code.reason()))
                    .subscribe()
                    .with(sent -> {}, broken -> {});
    }

    @Override
    public boolean ended() {
        return connection.isClosed();
    }

    @Override
    public void gone() {}

    @Override
    public void abort() {
        writer.abort();
    }

    @Override
    public void ping(long now) {
        connection.sendPing(Liveness.ping(now)).subscribe().with(sent -> {}, broken -> {});
    }

    @Override
    public void hold(boolean wait) {
        flow.hold(wait);
    }

    @Override
    public void refused() {}
}
