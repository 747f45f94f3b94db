package dev.podium.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;

/**
 * A refusal as RFC 9457 words it.
 *
 * @param detail what a person can do about it, or null
 * @param errors the fields concerned, empty when the request as a whole is
 */
public record Problem(int status, String title, String detail, List<FieldError> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail, List.of());
    }

    /** A status without more to say. */
    static Problem of(Response.StatusType status) {
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

    /** @param what the thing that is not there, as in "quiz" */
    public static Problem notFound(String what) {
        return of(404, "Not found", "There is no such " + what + ".");
    }

    public static Problem tooLarge(String detail) {
        return of(413, "Too large", detail);
    }

    public static Problem invalid(List<FieldError> errors) {
        return new Problem(422, "Invalid", null, errors);
    }

    public static Problem invalid(String field, Code code, String message) {
        return invalid(List.of(new FieldError(field, code, message)));
    }

    /** To be thrown, or to fail a Uni with. */
    public Refusal refusal() {
        return new Refusal(this, Duration.ZERO);
    }

    /** The same, saying when it is worth trying again. */
    public Refusal refusal(Duration retryAfter) {
        return new Refusal(this, retryAfter);
    }

    public ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("type", "about:blank").put("title", title).put("status", status);
        if (detail != null) {
            json.put("detail", detail);
        }
        if (!errors.isEmpty()) {
            var list = json.putArray("errors");
            for (var error : errors) {
                list.add(error.toJson());
            }
        }
        return json;
    }

    public Response response() {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(toJson().toString())
                .build();
    }
}
