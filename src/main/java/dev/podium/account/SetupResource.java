package dev.podium.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.podium.http.Input;
import dev.podium.http.Storable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.validator.constraints.CodePointLength;

/** The first host of a new installation. */
@Path("/api/setup")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
class SetupResource {
    /** What every address has; whether mail arrives there is not asked. */
    static final String EMAIL = "[^@\\s]+@[^@\\s]+";

    private static final int MAX_TOKEN = 100;

    private final Setup setup;
    private final Provider provider;
    private final Welcome welcome;

    SetupResource(Setup setup, Provider provider, Welcome welcome) {
        this.setup = setup;
        this.provider = provider;
        this.welcome = welcome;
    }

    /**
     * The state of an installation.
     *
     * @param needed whether the first host is still to be made
     * @param demo whether there is a demo host, with the password that everybody knows
     * @param provider what the provider is called by which hosts sign in too; absent where there is none
     */
    @Schema(name = "Setup")
    record State(boolean needed, boolean demo, String provider) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record NewHost(
            @NotBlank @CodePointLength(max = MAX_TOKEN) @Storable @Schema(maxLength = MAX_TOKEN)
            String token,

            @NotBlank @CodePointLength(max = Setup.MAX_EMAIL)
            @Pattern(regexp = EMAIL) @Storable
            @Schema(maxLength = Setup.MAX_EMAIL)
            String email,

            @HostName @Schema(maxLength = Setup.MAX_NAME) String name,

            @ChosenPassword @Schema(minLength = Passwords.MIN_LENGTH, description = "At most 72 bytes of UTF-8")
            String password)
            implements Input {
        NewHost {
            token = strip(token);
            email = strip(email);
            name = strip(name);
        }

        private static String strip(String text) {
            return text == null ? null : text.strip();
        }
    }

    @GET
    @Operation(operationId = "setupState", summary = "Whether the first host is still to be made")
    public Uni<State> state() {
        return setup.isNeeded()
                .chain(needed -> setup.hasDemo()
                        .map(demo -> new State(needed, demo, provider.name().orElse(null))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "setUp", summary = "Make the first host, with the token of the server's log")
    @APIResponse(responseCode = "204", description = "The host is made and signed in.")
    @APIResponse(responseCode = "409", description = "There is a host already.")
    public Uni<Response> complete(NewHost host, @Context HttpServerRequest request) {
        Passwords.refuseTooLong("password", host.password());
        return setup.complete(new Token(host.token()), host.email(), host.name(), host.password())
                .chain(made -> welcome.answer(made, request));
    }
}
