package dev.podium.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.http.Form;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Signing in and out. */
@Path("/api/session")
@Produces(MediaType.APPLICATION_JSON)
class SessionResource {
    private final SignIn signIn;
    private final Sessions sessions;
    private final SecurityIdentity identity;

    SessionResource(SignIn signIn, Sessions sessions, SecurityIdentity identity) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.identity = identity;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> begin(JsonNode body, HttpServerRequest request) {
        var form = Form.of(body);
        var email = form.text("email", Setup.MAX_EMAIL).strip();
        var password = form.text("password", Setup.MAX_PASSWORD);
        form.check();
        return signIn.check(email, password, request.remoteAddress())
                .chain(host -> sessions.begin(host.id))
                .map(token -> Response.noContent()
                        .cookie(SessionCookie.set(token, request))
                        .build());
    }

    @GET
    @Authenticated
    public ObjectNode who() {
        var host = SignedIn.of(identity);
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", host.id().toString())
                .put("email", host.email())
                .put("name", host.name())
                .put("role", host.role().wireName());
    }

    @DELETE
    public Uni<Response> end(HttpServerRequest request) {
        var gone = Response.noContent().cookie(SessionCookie.remove(request)).build();
        return SessionCookie.in(request.getHeader("Cookie"))
                .map(sessions::end)
                .orElseGet(Uni.createFrom()::voidItem)
                .replaceWith(gone);
    }
}
