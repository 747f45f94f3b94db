package dev.podium.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.podium.loop.Trace;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every way an endpoint can end without an answer, worded as a {@link Problem}. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String SIGN_IN = "Sign in first.";

    @ServerExceptionMapper
    Response refused(Problem.Refusal refusal) {
        return later(refusal.problem(), refusal.retryAfter());
    }

    @ServerExceptionMapper
    Response malformed(JsonProcessingException e) {
        return malformedJson(e).response();
    }

    @ServerExceptionMapper
    Response notUtf8(CharConversionException e) {
        return Problem.badRequest("This is not JSON in UTF-8.").response();
    }

    @ServerExceptionMapper
    Response unauthorised(UnauthorizedException e) {
        return Problem.unauthorised(SIGN_IN).response();
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, AuthenticationCompletionException.class})
    Response unauthenticated(SecurityException e) {
        return Problem.unauthorised(SIGN_IN).response();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return Problem.forbidden("Your role does not allow this.").response();
    }

    @ServerExceptionMapper
    Response standard(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return malformedJson(json).response();
        }
        var status = e.getResponse().getStatusInfo();
        if (status.getStatusCode() < 400) {
            return e.getResponse();
        }
        return Problem.of(status).response();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e, ResourceInfo resource, RoutingContext context) {
        if (context.response().closed()) {
            // Whoever asked has left in the middle: nobody reads this.
            return Problem.badRequest(null).response();
        }
        if (Unexpected.isDatabaseAway(e)) {
            LOG.warnf("The database is away: %s", e.getClass().getName());
            return later(Problem.of(503, "Unavailable", "The database is away. Try again."), Duration.ofSeconds(1));
        }
        LOG.errorf("%s failed: %s", Unexpected.name(resource), Trace.of(e));
        return Problem.of(500, "Unexpected", "Something went wrong on our side.")
                .response();
    }

    private static Response later(Problem problem, Duration wait) {
        if (wait.isZero()) {
            return problem.response();
        }
        var seconds = wait.plusMillis(999).toSeconds();
        return Response.fromResponse(problem.response())
                .header("Retry-After", seconds)
                .build();
    }

    private static Problem malformedJson(JsonProcessingException e) {
        var at = e.getLocation();
        var where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return Problem.badRequest("This is not well-formed JSON" + where + ".");
    }
}
