package dev.podium.socket;

import dev.podium.loop.Trace;
import dev.podium.wire.CloseCode;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPingMessage;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import org.jboss.logging.Logger;

/**
 * What the three endpoints have in common: a socket's life from its opening to its end.
 *
 * <p>Callbacks run on the socket's loop and never wait, so frames are taken one by one although none is held back for
 * another ({@code CONCURRENT}): what could pile up is bounded by {@link FlowControl} before it gets here.
 */
abstract class Endpoint {
    private static final Logger LOG = Logger.getLogger(Endpoint.class);
    private static final UserData.TypedKey<Session> SESSION = new UserData.TypedKey<>("podium.session");

    private final Heartbeat heartbeat;
    private final Drain drain;
    private final SocketMeters meters;

    Endpoint(Heartbeat heartbeat, Drain drain, SocketMeters meters) {
        this.heartbeat = heartbeat;
        this.drain = drain;
        this.meters = meters;
    }

    /** Begins with a socket that has come in. */
    abstract Session begin(WebSocketConnection connection, Visitor visitor, Outbound outbound);

    @OnOpen
    @NonBlocking
    void open(WebSocketConnection connection) {
        var visitor = connection.userData().remove(Visitor.KEY);
        var writer = new FrameWriter(new Pipeline(visitor.network()).outermost());
        var line = new SocketLine(connection, writer, visitor.flow());
        var outbound = new Outbound(line, new Liveness(System.nanoTime()), meters);
        // What is no frame is too long for one, and must be told before Vert.x ends the connection; one that has broken
        // cannot hear it.
        visitor.network().exceptionHandler(odd -> outbound.close(CloseCode.TOO_BIG));
        var session = begin(connection, visitor, outbound);
        connection.userData().put(SESSION, session);
        heartbeat.begin(session);
        visitor.flow().listen(outbound);
        drain.turnAway(outbound);
    }

    @OnTextMessage
    @NonBlocking
    void text(String frame, WebSocketConnection connection) {
        var session = session(connection);
        if (session == null) return;
        session.outbound().heard();
        session.text(frame);
        session.outbound().hearNoMoreThanAnswered();
    }

    @OnBinaryMessage
    @NonBlocking
    void binary(Buffer frame, WebSocketConnection connection) {
        var session = session(connection);
        if (session == null) return;
        session.outbound().heard();
        session.binary();
        session.outbound().hearNoMoreThanAnswered();
    }

    /** Vert.x has answered it. */
    @OnPingMessage
    @NonBlocking
    void ping(Buffer payload, WebSocketConnection connection) {
        var session = session(connection);
        if (session != null) session.outbound().heard();
    }

    @OnPongMessage
    @NonBlocking
    void pong(Buffer payload, WebSocketConnection connection) {
        var session = session(connection);
        if (session != null) session.outbound().liveness().pong(payload, System.nanoTime());
    }

    @OnClose
    @NonBlocking
    void closed(WebSocketConnection connection) {
        var session = session(connection);
        if (session == null) return;
        heartbeat.end(session.outbound());
        session.closed();
    }

    /** A callback has failed: a mistake of ours, which the log must have and the client may try again. */
    @OnError
    @NonBlocking
    void failed(Throwable failure, WebSocketConnection connection) {
        LOG.errorf("A socket met a failure nobody foresaw: %s", Trace.of(failure));
        meters.failed();
        var session = session(connection);
        if (session != null) session.outbound().close(CloseCode.INTERNAL);
        else if (connection.isOpen())
            connection.close(CloseReason.INTERNAL_SERVER_ERROR).subscribe().with(done -> {}, broken -> {});
    }

    /** Null before it is open, and where opening has failed. */
    private static Session session(WebSocketConnection connection) {
        return connection.userData().get(SESSION);
    }
}
