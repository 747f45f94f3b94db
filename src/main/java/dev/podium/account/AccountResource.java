package dev.podium.account;

import static dev.podium.http.Async.uni;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.podium.http.ClientAddress;
import dev.podium.http.Input;
import dev.podium.http.Storable;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.validator.constraints.CodePointLength;

/** What hosts change about themselves, and where they are signed in. */
@Path("/api/account")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@SecurityRequirement(name = "session")
@Tag(name = "account")
class AccountResource {
    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";

    private final OwnAccount account;
    private final Sessions sessions;
    private final Provider provider;
    private final ProviderHosts hosts;
    private final Welcome welcome;
    private final ClientAddress address;
    private final SecurityIdentity identity;

    AccountResource(
            OwnAccount account,
            Sessions sessions,
            Provider provider,
            ProviderHosts hosts,
            Welcome welcome,
            ClientAddress address,
            SecurityIdentity identity) {
        this.account = account;
        this.sessions = sessions;
        this.provider = provider;
        this.hosts = hosts;
        this.welcome = welcome;
        this.address = address;
        this.identity = identity;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Profile(
            @HostName @Schema(maxLength = Setup.MAX_NAME) String name,

            @Pattern(regexp = LANGUAGE) @Schema(examples = "de")
            String language)
            implements Input {
        Profile {
            name = name == null ? null : name.strip();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record NewPassword(
            @NotBlank @CodePointLength(max = Setup.MAX_PASSWORD) @Storable @Schema(maxLength = Setup.MAX_PASSWORD)
            String current,

            @ChosenPassword @Schema(minLength = Passwords.MIN_LENGTH, description = "At most 72 bytes of UTF-8")
            String password)
            implements Input {}

    /**
     * Where a host is signed in.
     *
     * @param device a browser and a system, such as {@code Firefox, Windows}; absent where they are not known
     * @param usedAt as precise as some minutes
     * @param current whether it is the one that asks
     */
    @Schema(name = "SignedInSession")
    record Shown(UUID id, String device, Instant createdAt, Instant usedAt, boolean current) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changeAccount", summary = "Change one's own name and language")
    @APIResponse(responseCode = "204", description = "Changed.")
    public Uni<Void> change(Profile profile) {
        return account.describe(SignedIn.of(identity).id(), profile.name(), profile.language());
    }

    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changePassword", summary = "Change one's own password; ends the other sessions")
    @APIResponse(responseCode = "204", description = "Changed. API tokens stay.")
    @APIResponse(responseCode = "429", description = "Too many wrong passwords.")
    public Uni<Response> change(NewPassword change, @Context HttpServerRequest request) {
        Passwords.refuseTooLong("password", change.password());
        return account.changePassword(
                        SignedIn.of(identity).email(),
                        change.current(),
                        change.password(),
                        Caller.of(request, address),
                        own(request))
                .map(host -> welcome.remembered(host, request));
    }

    /**
     * How a host may sign in.
     *
     * @param password whether there is one
     * @param provider what the provider is called; absent where there is none
     * @param linked whether the provider signs this host in
     */
    @Schema(name = "WaysIn")
    record Ways(boolean password, String provider, boolean linked) {}

    @GET
    @Path("ways")
    @Operation(
            operationId = "listWaysIn",
            summary = "Whether one signs in by a password, by the provider, or by either")
    public Uni<Ways> ways() {
        return uni(hosts.ways(SignedIn.of(identity).id()))
                .map(ways -> new Ways(ways.password(), provider.name().orElse(null), ways.linked()));
    }

    @DELETE
    @Path("provider")
    @Operation(operationId = "unlinkProvider", summary = "Sign in by the password alone again")
    @APIResponse(responseCode = "204", description = "The provider signs this host in no longer.")
    @APIResponse(responseCode = "409", description = "There is no password.")
    public Uni<Void> unlink() {
        return uni(hosts.unlink(SignedIn.of(identity).id()));
    }

    @GET
    @Path("sessions")
    @Operation(operationId = "listSessions", summary = "Where one is signed in, the latest used first")
    public Uni<List<Shown>> sessions(@Context HttpServerRequest request) {
        var own = own(request).hash();
        return sessions.of(SignedIn.of(identity).id())
                .map(all -> all.stream().map(session -> shown(session, own)).toList());
    }

    @DELETE
    @Path("sessions/{id}")
    @Operation(operationId = "endSession", summary = "Sign out somewhere else; games steered from there are left")
    @APIResponse(responseCode = "204", description = "Signed out there.")
    public Uni<Void> end(@PathParam("id") UUID id) {
        return sessions.end(SignedIn.of(identity).id(), id);
    }

    @DELETE
    @Path("sessions")
    @Operation(operationId = "endOtherSessions", summary = "Sign out everywhere else")
    @APIResponse(responseCode = "204", description = "Signed out everywhere else.")
    public Uni<Void> endOthers(@Context HttpServerRequest request) {
        return sessions.endOthers(SignedIn.of(identity).id(), own(request));
    }

    /** No token comes as far as this: whoever asks has a session. */
    private static Token own(HttpServerRequest request) {
        return SessionCookie.in(request.getHeader("Cookie")).orElseThrow();
    }

    private static Shown shown(HostSession session, byte[] own) {
        return new Shown(
                session.id, session.device, session.createdAt, session.usedAt, Arrays.equals(session.tokenHash, own));
    }
}
