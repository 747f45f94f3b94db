package dev.podium.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A refusal as RFC 9457 words it.
 *
 * @param code a stable word for refusals that a page tells apart from others of the same status, or null
 * @param detail what a person can do about it, or null
 * @param errors the fields concerned, empty when the request as a whole is
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status"})
public record Problem(
        @Schema(required = true) int status,
        @Schema(required = true) String title,

        @Schema(enumeration = {WRONG_ADDRESS, ONLY_HERE, DISABLED, LAST_ADMIN, QUOTA})
        String code,

        String detail,
        @Schema(maxItems = 100) List<FieldError> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The address in the browser is not one of ours; {@code detail} names the right one, where it is known. */
    public static final String WRONG_ADDRESS = "wrong-address";

    /** The demo account, from another machine. */
    public static final String ONLY_HERE = "only-here";

    /** An account that may not sign in. */
    public static final String DISABLED = "disabled";

    /** Without this admin there would be none. */
    public static final String LAST_ADMIN = "last-admin";

    /** A host's place for uploads is used up. */
    public static final String QUOTA = "quota";

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(int status, String title, String detail) {
        return new Problem(status, title, null, detail, List.of());
    }

    /** A status, where nobody has more to say. */
    static Problem of(Response.StatusType status) {
        // Only who does not tell the length beforehand gets so far.
        if (status.getStatusCode() == 413) return tooLarge("This is larger than anything that is taken here.");
        return of(status.getStatusCode(), status.getReasonPhrase(), null);
    }

    public static Problem badRequest(String detail) {
        return of(400, "Bad request", detail);
    }

    public static Problem unauthorised(String detail) {
        return of(401, "Not signed in", detail);
    }

    public static Problem forbidden(String detail) {
        return of(403, "Forbidden", detail);
    }

    static Problem wrongAddress(Optional<String> publicUrl) {
        return forbidden("Podium does not know this address as its own. "
                        + publicUrl
                                .map(url -> "Open " + url + ".")
                                .orElse("Its operator can name it in PODIUM_PUBLIC_URL."))
                .coded(WRONG_ADDRESS);
    }

    /** @param what the thing that is not there, as in "quiz" */
    public static Problem notFound(String what) {
        return of(404, "Not found", "There is no such " + what + ".");
    }

    public static Problem tooLarge(String detail) {
        return of(413, "Too large", detail);
    }

    public static Problem invalid(List<FieldError> errors) {
        return new Problem(422, "Invalid", null, null, errors);
    }

    public static Problem invalid(String field, Code code, String message) {
        return invalid(List.of(new FieldError(field, code, message)));
    }

    /** The same, with a word that pages know. */
    public Problem coded(String word) {
        return new Problem(status, title, word, detail, errors);
    }

    /** The same, because of one field. */
    public Problem because(String field, Code reason, String message) {
        return new Problem(status, title, code, detail, List.of(new FieldError(field, reason, message)));
    }

    /** The same about something inside a larger thing: its place goes before each field. */
    public Problem within(String place) {
        var within = errors.stream()
                .map(error -> new FieldError(place + "." + error.field(), error.code(), error.message()))
                .toList();
        return new Problem(status, title, code, detail, within);
    }

    /** No page of its own explains a problem. */
    @JsonProperty
    @Schema(required = true)
    public String type() {
        return "about:blank";
    }

    /** To be thrown, or to fail a Uni with. */
    public Refusal refusal() {
        return new Refusal(this, Duration.ZERO);
    }

    /** The same, saying when it is worth trying again. */
    public Refusal refusal(Duration retryAfter) {
        return new Refusal(this, retryAfter);
    }

    Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }

    /** Carries a problem out of an endpoint; it is an answer, not a failure, so it has no stack trace. */
    public static final class Refusal extends RuntimeException {
        private final transient Problem problem;

        private final Duration retryAfter;

        private Refusal(Problem problem, Duration retryAfter) {
            super(problem.title(), null, false, false);
            this.problem = problem;
            this.retryAfter = retryAfter;
        }

        public Problem problem() {
            return problem;
        }

        /** When it is worth trying again; zero when that is not a matter of time. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }
}
