package dev.podium.account;

import static dev.podium.http.Async.uni;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.podium.http.ClientAddress;
import dev.podium.http.Input;
import dev.podium.http.Problem;
import dev.podium.http.RateLimit;
import dev.podium.http.Storable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.validator.constraints.CodePointLength;

/** For who has been invited and is nobody yet. */
@Path("/api/invitation")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
class InvitationResource {
    private static final int MAX_TOKEN = 100;

    /** Of links that lead nowhere, from one address; a whole staff may share it. */
    private static final int MAX_WRONG = 100;

    private static final int MAX_KEYS = 20_000;

    private final Invites invites;
    private final Passwords passwords;
    private final HostRepository hosts;
    private final Welcome welcome;
    private final ClientAddress address;
    private final RateLimit wrong = new RateLimit(MAX_WRONG, SignIn.WINDOW, MAX_KEYS, System::nanoTime);

    InvitationResource(
            Invites invites, Passwords passwords, HostRepository hosts, Welcome welcome, ClientAddress address) {
        this.invites = invites;
        this.passwords = passwords;
        this.hosts = hosts;
        this.welcome = welcome;
        this.address = address;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Link(
            @NotBlank @CodePointLength(max = MAX_TOKEN) @Storable @Schema(maxLength = MAX_TOKEN)
            String token) implements Input {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Acceptance(
            @NotBlank @CodePointLength(max = MAX_TOKEN) @Storable @Schema(maxLength = MAX_TOKEN)
            String token,

            @HostName @Schema(maxLength = Setup.MAX_NAME) String name,

            @ChosenPassword @Schema(minLength = Passwords.MIN_LENGTH, description = "At most 72 bytes of UTF-8")
            String password)
            implements Input {
        Acceptance {
            name = name == null ? null : name.strip();
        }
    }

    @Schema(name = "Invitation")
    record Shown(String email, Role role) {}

    /** Not a GET: what the link proves would be in the address, and in logs. */
    @POST
    @Operation(operationId = "lookAtInvitation", summary = "Whom a link invites, and as what")
    @APIResponseSchema(value = Shown.class, responseDescription = "An invitation that can be accepted.")
    @APIResponse(responseCode = "404", description = "It was used or withdrawn, has expired, or never was.")
    @APIResponse(responseCode = "429", description = "Too many links that lead nowhere.")
    public Uni<Shown> look(Link link, @Context HttpServerRequest request) {
        return find(new Token(link.token()), request).map(invite -> new Shown(invite.email(), invite.role()));
    }

    @POST
    @Path("accept")
    @Operation(operationId = "acceptInvitation", summary = "Become a host, by a link that is used up with it")
    @APIResponse(responseCode = "204", description = "The host is made and signed in.")
    @APIResponse(responseCode = "404", description = "It was used or withdrawn, has expired, or never was.")
    @APIResponse(responseCode = "429", description = "Too many links that lead nowhere.")
    public Uni<Response> accept(Acceptance acceptance, @Context HttpServerRequest request) {
        Passwords.refuseTooLong("password", acceptance.password());
        var token = new Token(acceptance.token());
        // A password takes long to hash: only for who was invited.
        return find(token, request)
                .chain(() -> passwords.hash(acceptance.password()))
                .chain(hash -> uni(invites.accept(token, acceptance.name(), hash)))
                .map(made -> made.orElseThrow(InvitationResource::nowhere))
                .chain(hosts::byId)
                .chain(host -> welcome.answer(host, request));
    }

    private Uni<Invites.Invite> find(Token token, HttpServerRequest request) {
        var client = address.of(request);
        var wait = wrong.take(client);
        if (!wait.isZero())
            throw Problem.of(429, "Too many tries", "Wait, then try again.").refusal(wait);
        return uni(invites.find(token))
                .map((Optional<Invites.Invite> found) -> found.orElseThrow(InvitationResource::nowhere))
                .invoke(() -> wrong.giveBack(client));
    }

    private static Problem.Refusal nowhere() {
        return Problem.notFound("invitation").refusal();
    }
}
