package dev.podium.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.podium.http.ClientAddress;
import dev.podium.http.Input;
import dev.podium.http.Storable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.validator.constraints.CodePointLength;

/** Signing in and out. */
@Path("/api/session")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
class SessionResource {
    private final SignIn signIn;
    private final Welcome welcome;
    private final Sessions sessions;
    private final Provider provider;
    private final ClientAddress address;
    private final SecurityIdentity identity;

    SessionResource(
            SignIn signIn,
            Welcome welcome,
            Sessions sessions,
            Provider provider,
            ClientAddress address,
            SecurityIdentity identity) {
        this.signIn = signIn;
        this.welcome = welcome;
        this.sessions = sessions;
        this.provider = provider;
        this.address = address;
        this.identity = identity;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Credentials(
            @NotBlank @CodePointLength(max = Setup.MAX_EMAIL) @Storable @Schema(maxLength = Setup.MAX_EMAIL)
            String email,

            @NotBlank @CodePointLength(max = Setup.MAX_PASSWORD) @Storable @Schema(maxLength = Setup.MAX_PASSWORD)
            String password)
            implements Input {
        Credentials {
            email = email == null ? null : email.strip();
        }
    }

    /** @param language the tag of the language chosen for all devices; absent when none was */
    @Schema(name = "Host")
    record Who(
            UUID id,
            String email,
            String name,
            @Schema(enumeration = {"admin", "host"}) String role,
            String language) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "signIn", summary = "Sign a host in, for 30 days: the cookie podium_session")
    @APIResponse(responseCode = "204", description = "Signed in.")
    @APIResponse(responseCode = "401", description = "A wrong e-mail address or password.")
    @APIResponse(
            responseCode = "403",
            description =
                    "The demo account from another machine (only-here); or an account that is disabled (disabled).")
    @APIResponse(
            responseCode = "429",
            description = "Too many wrong passwords; Retry-After says how many seconds to wait.")
    @APIResponse(responseCode = "503", description = "Too many sign in at this moment.")
    public Uni<Response> begin(Credentials credentials, @Context HttpServerRequest request) {
        return signIn.check(credentials.email(), credentials.password(), Caller.of(request, address))
                .chain(host -> welcome.answer(host, request));
    }

    @GET
    @Authenticated
    @SecurityRequirement(name = "session")
    @Operation(operationId = "whoAmI", summary = "Who is signed in")
    public Who who() {
        var host = SignedIn.of(identity);
        return new Who(host.id(), host.email(), host.name(), host.role().wireName(), host.language());
    }

    /** @param next the page on which signing out goes on: the provider may still know who it is */
    @RegisterForReflection
    @Schema(name = "SignedOut")
    record Left(String next) {}

    @DELETE
    @Operation(operationId = "signOut", summary = "Sign out")
    @APIResponseSchema(
            value = Left.class,
            responseCode = "200",
            responseDescription = "Signed out here; where hosts sign in by a provider too.")
    @APIResponse(responseCode = "204", description = "Signed out; also when nobody was signed in.")
    public Uni<Response> end(@Context HttpServerRequest request) {
        var gone = provider.name()
                .map(_ -> Response.ok(new Left(Provider.END)))
                .orElseGet(Response::noContent)
                .cookie(SessionCookie.remove(request))
                .build();
        return SessionCookie.in(request.getHeader("Cookie"))
                .map(sessions::end)
                .orElseGet(Uni.createFrom()::voidItem)
                .replaceWith(gone);
    }
}
