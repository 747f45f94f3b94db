package dev.podium.media;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Writes what is kept to whoever asked, on the event loop of the connection: the next stretch when the network has taken the one
 * before it. Stretches are parts of a piece that all readers share, so a slow reader holds one piece, and nothing is copied.
 */
@Provider
class BodyWriter implements ServerMessageBodyWriter<Body> {
    /** What the kernel takes in a moment; others of the loop have theirs in between. */
    private static final int STRETCH = 64 * 1024;

    private final Pieces pieces;

    BodyWriter(Pieces pieces) {
        this.pieces = pieces;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType media) {
        return type == Body.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Body.class;
    }

    @Override
    public void writeResponse(Body body, Type generic, ServerRequestContext request) {
        var context = (ResteasyReactiveRequestContext) request;
        context.suspend();
        var response = context.unwrap(HttpServerResponse.class);
        response.putHeader(
                HttpHeaders.CONTENT_LENGTH, String.valueOf(body.range().length()));
        new Sending(body, context, response, Vertx.currentContext()).next();
    }

    /** There is no stream to write to. */
    @Override
    public void writeTo(
            Body body,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        throw new UnsupportedOperationException();
    }

    /** One response on its way. Confined to its event loop. */
    private final class Sending {
        private final Body body;
        private final ResteasyReactiveRequestContext request;
        private final HttpServerResponse response;
        private final Context loop;
        private long at;

        Sending(Body body, ResteasyReactiveRequestContext request, HttpServerResponse response, Context loop) {
            this.body = body;
            this.request = request;
            this.response = response;
            this.loop = loop;
            this.at = body.range().from();
        }

        void next() {
            if (at == body.range().to()) {
                response.end();
                request.resume();
                return;
            }
            // Shared with others, it arrives on the loop of whoever asked first.
            pieces.piece(body.hash(), (int) (at / Media.CHUNK))
                    .onComplete(piece -> loop.runOnContext(_ -> write(piece)));
        }

        private void write(AsyncResult<Buffer> piece) {
            if (piece.failed()) {
                end(piece.cause());
                return;
            }
            int from = (int) (at % Media.CHUNK);
            int most = Math.min(STRETCH, piece.result().length() - from);
            int length = (int) Math.min(most, body.range().to() - at);
            at += length;
            response.write(piece.result().slice(from, from + length)).onComplete(written -> {
                if (written.succeeded()) next();
                else end(written.cause());
            });
        }

        /** What has begun cannot be told otherwise than by breaking it off. */
        private void end(Throwable failure) {
            if (response.headWritten()) {
                response.reset();
                request.resume();
            } else {
                request.resume(failure);
            }
        }
    }
}
