package dev.podium.account;

import static dev.podium.http.Async.uni;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.podium.http.Input;
import dev.podium.http.Storable;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Invitations, for admins. */
@Path("/api/invites")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@SecurityRequirement(name = "session")
@Tag(name = "hosts")
class InviteResource {
    private final Invites invites;
    private final SecurityIdentity identity;

    InviteResource(Invites invites, SecurityIdentity identity) {
        this.invites = invites;
        this.identity = identity;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record NewInvite(
            @NotBlank @CodePointLength(max = Setup.MAX_EMAIL)
            @Pattern(regexp = SetupResource.EMAIL) @Storable
            @Schema(maxLength = Setup.MAX_EMAIL)
            String email,

            @NotNull Role role)
            implements Input {
        NewInvite {
            email = email == null ? null : email.strip();
        }
    }

    /**
     * An open invitation.
     *
     * @param path of the page that takes it up, on any address of this installation; only when it was made just now
     */
    @Schema(name = "Invite")
    record Shown(UUID id, String email, Role role, Instant expiresAt, String path) {
        static Shown of(Invites.Invite invite, String path) {
            return new Shown(invite.id(), invite.email(), invite.role(), invite.expiresAt(), path);
        }
    }

    @GET
    @Operation(operationId = "listInvites", summary = "Open invitations, 100 at most")
    public Uni<List<Shown>> list() {
        return uni(invites.open())
                .map(all -> all.stream().map(invite -> Shown.of(invite, null)).toList());
    }

    /** Behind `#`, so that no server between, and no log, reads what the link proves. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "invite",
            summary = "Make a link by which one person becomes a host within 7 days; it replaces an older one")
    @APIResponseSchema(value = Shown.class, responseCode = "201", responseDescription = "The link, told this once.")
    public Uni<RestResponse<Shown>> make(NewInvite invite) {
        return uni(invites.make(SignedIn.of(identity).id(), invite.email(), invite.role()))
                .map(made -> RestResponse.status(
                        Status.CREATED,
                        Shown.of(
                                made.invite(),
                                "/host#/invitation/" + made.token().value())));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "withdrawInvite", summary = "Withdraw an invitation: its link leads nowhere any more")
    @APIResponse(responseCode = "204", description = "Withdrawn.")
    public Uni<Void> withdraw(@PathParam("id") UUID id) {
        return uni(invites.withdraw(id));
    }
}
