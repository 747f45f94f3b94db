package dev.podium.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.http.Code;
import dev.podium.http.Form;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;

/** The first host of a new installation. */
@Path("/api/setup")
@Produces(MediaType.APPLICATION_JSON)
class SetupResource {
    /** What every address has; whether mail arrives there is not asked. */
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private static final int MAX_TOKEN = 100;

    private final Setup setup;
    private final Sessions sessions;

    SetupResource(Setup setup, Sessions sessions) {
        this.setup = setup;
        this.sessions = sessions;
    }

    @GET
    public Uni<ObjectNode> state() {
        return setup.isNeeded()
                .map(needed -> JsonNodeFactory.instance
                        .objectNode()
                        .put("needed", needed)
                        .put("demo", setup.isDemo()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> complete(JsonNode body, HttpServerRequest request) {
        var form = Form.of(body);
        var token = new Token(form.text("token", MAX_TOKEN).strip());
        var email = form.text("email", Setup.MAX_EMAIL).strip();
        var name = form.text("name", Setup.MAX_NAME).strip();
        var password = form.text("password", Setup.MAX_PASSWORD);
        check(form, email, password);
        return setup.complete(token, email, name, password)
                .chain(host -> sessions.begin(host.id))
                .map(session -> Response.noContent()
                        .cookie(SessionCookie.set(session, request))
                        .build());
    }

    private static void check(Form form, String email, String password) {
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            form.error("email", Code.INVALID, "This is not an e-mail address.");
        }
        if (!password.isEmpty() && password.codePointCount(0, password.length()) < Passwords.MIN_LENGTH) {
            form.error("password", Code.TOO_SHORT, "At least " + Passwords.MIN_LENGTH + " characters are needed.");
        }
        if (Passwords.isTooLong(password)) {
            form.error("password", Code.TOO_LONG, "At most " + Passwords.MAX_BYTES + " bytes are possible.");
        }
        form.check();
    }
}
