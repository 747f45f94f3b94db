package dev.podium.http;

import dev.podium.configuration.Configuration;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import java.util.Map;
import java.util.Optional;

/**
 * Turns away, before anything is read, what no endpoint of the API should see: foreign pages, pages under a name that was
 * pointed here, huge bodies, and no endpoint.
 */
@ApplicationScoped
class RequestGuard {
    /** The largest body of a request but of uploads; {@link BodyLimit} counts the bytes of one that does not tell its length. */
    static final long MAX_BODY_BYTES = 2 * 1024 * 1024;

    /** What a form writes around its file. */
    private static final int FORM = 64 * 1024;

    private static final int BEFORE_QUARKUS_LIMIT = 100;
    /** Behind every endpoint, before Quarkus' own page for what is not found. */
    private static final int LAST = Integer.MAX_VALUE - 1;

    private final Optional<String> publicUrl;
    private final Refusals refusals;
    /** Where files are taken, and the largest of them; they go to the disk, and who does not tell its length is judged there. */
    private final Map<String, Long> uploads;

    RequestGuard(Configuration settings, Refusals refusals) {
        this.publicUrl = settings.publicUrl();
        this.refusals = refusals;
        this.uploads = Map.of(
                "/api/media",
                settings.media().largest(),
                "/api/quizzes/import",
                settings.media().largestArchive());
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, BEFORE_QUARKUS_LIMIT);
    }

    void register(@Observes Router router) {
        router.route("/api/*")
                .order(LAST)
                .handler(context -> refuse(context, Problem.notFound("address")))
                .failureHandler(this::failed);
    }

    static Problem tooLarge(long most) {
        return Problem.tooLarge("At most %d MiB are possible.".formatted(most >> 20));
    }

    private void guard(RoutingContext context) {
        var request = context.request();
        if (!request.path().startsWith("/api/")) {
            context.next();
        } else if (publicUrl.isEmpty() && ThisMachine.isToBeAsked(Origins.host(request))) {
            askFirst(context);
        } else {
            judge(context);
        }
    }

    /** Nothing of the body is lost meanwhile: it is held back until somebody reads it. */
    private void askFirst(RoutingContext context) {
        var host = Origins.host(context.request());
        context.vertx()
                .executeBlocking(
                        () -> {
                            ThisMachine.ask(host);
                            return null;
                        },
                        false)
                .onComplete(_ -> judge(context));
    }

    private void judge(RoutingContext context) {
        if (Origins.isForeign(context.request(), publicUrl)) {
            refuse(context, Problem.wrongAddress(publicUrl));
        } else {
            var file = uploads.get(context.request().path());
            long most = file == null ? MAX_BODY_BYTES : file;
            if (length(context.request()) > most + (file == null ? 0 : FORM)) refuse(context, tooLarge(most));
            else context.next();
        }
    }

    /** What fails before an endpoint is reached, as a form does that is too long and did not say so. */
    private void failed(RoutingContext context) {
        if (context.response().headWritten()) {
            Refusals.linger(context);
        } else if (context.failure() instanceof WebApplicationException e) {
            refuse(context, Problem.of(e.getResponse().getStatusInfo()));
        } else {
            context.next();
        }
    }

    private static long length(HttpServerRequest request) {
        try {
            var header = request.getHeader("Content-Length");
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private void refuse(RoutingContext context, Problem problem) {
        refusals.refuse(context, problem);
    }
}
