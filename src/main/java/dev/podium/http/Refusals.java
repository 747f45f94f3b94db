package dev.podium.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Answers requests with problems where no endpoint of the API has them in its hands. On the request's loop. */
@Singleton
public class Refusals {
    private static final long LINGER_MS = 5_000;

    private final ObjectMapper mapper;

    Refusals(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Ends the request, whether or not its body has been read. */
    public void refuse(RoutingContext context, Problem problem) {
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(Buffer.buffer(json(problem)));
        linger(context);
    }

    private byte[] json(Problem problem) {
        try {
            return mapper.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem can always be written.", e);
        }
    }

    /** Reads on for a while: a connection closed with bytes unread is reset, and the reset overtakes the answer. */
    static void linger(RoutingContext context) {
        var request = context.request();
        if (request.isEnded()) return;
        context.vertx().setTimer(LINGER_MS, id -> {
            if (!request.isEnded()) request.connection().close();
        });
        request.endHandler(v -> {});
        request.handler(bytes -> {});
        request.resume();
    }
}
