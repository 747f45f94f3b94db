package dev.podium.account;

import static dev.podium.http.Async.uni;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.podium.http.Input;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All hosts of an installation, for admins. */
@Path("/api/hosts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@SecurityRequirement(name = "session")
@Tag(name = "hosts")
class HostResource {
    private final HostList hosts;
    private final Handover handover;

    HostResource(HostList hosts, Handover handover) {
        this.hosts = hosts;
        this.handover = handover;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Change(@NotNull Role role, @NotNull Boolean disabled) implements Input {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Heir(@NotNull @Schema(format = "uuid") UUID to) implements Input {}

    @GET
    @Operation(operationId = "listHosts", summary = "Hosts by their addresses, 100 at a time")
    public Uni<HostList.Page> list(@QueryParam("after") @DefaultValue("") String after) {
        return uni(hosts.page(after));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeHost",
            summary =
                    "Give a host another role, or disable it: it is signed out everywhere, and its tokens are revoked")
    @APIResponse(responseCode = "204", description = "Changed.")
    @APIResponse(responseCode = "409", description = "It is the last admin.")
    public Uni<Void> change(@PathParam("id") UUID id, Change change) {
        return uni(hosts.change(id, change.role(), change.disabled()));
    }

    @POST
    @Path("{id}/transfer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "transferHost",
            summary = "Give the quizzes, uploads and games of a disabled host to another one")
    @APIResponseSchema(value = Handover.Given.class, responseDescription = "How much went over.")
    @APIResponse(responseCode = "409", description = "The host is not disabled.")
    public Uni<Handover.Given> transfer(@PathParam("id") UUID id, Heir heir) {
        return uni(handover.give(id, heir.to()));
    }
}
