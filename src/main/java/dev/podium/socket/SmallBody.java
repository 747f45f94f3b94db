package dev.podium.socket;

import dev.podium.http.Problem;
import dev.podium.http.Refusals;
import dev.podium.wire.Wire;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;

/** The body of a request that carries one frame: read here, without what endpoints of the API have around them. */
final class SmallBody {
    /** A frame and what says whose it is. */
    private static final int MAX_BYTES = Wire.MAX_CLIENT_BYTES + 1024;

    private SmallBody() {}

    /** Hands a body on when it is complete; one that is too long is refused as soon as that shows. On the request's loop. */
    static void read(RoutingContext context, Refusals refusals, Consumer<String> taker) {
        var body = Buffer.buffer();
        var request = context.request();
        request.handler(part -> {
            if (body.length() + part.length() <= MAX_BYTES) body.appendBuffer(part);
            else refusals.refuse(context, Problem.tooLarge("At most 16 KiB are possible."));
        });
        request.endHandler(v -> taker.accept(body.toString()));
        request.resume();
    }
}
