package dev.podium.catalogue;

import static dev.podium.http.Async.uni;

import dev.podium.account.SignedIn;
import dev.podium.http.Input;
import dev.podium.http.Storable;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A host's folders. */
@Path("/api/library/folders")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@SecurityRequirement(name = "session")
@Tag(name = "library")
class FolderResource {
    private static final int NAME = 80;

    private final Folders folders;
    private final SecurityIdentity identity;

    FolderResource(Folders folders, SecurityIdentity identity) {
        this.folders = folders;
        this.identity = identity;
    }

    /** @param parent the folder it lies in; null or absent: in none */
    @Schema(name = "ChosenFolder")
    record Chosen(
            @NotBlank @CodePointLength(max = NAME) @Storable String name, UUID parent) implements Input {
        Chosen {
            name = name == null ? null : name.strip();
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(operationId = "createFolder", summary = "Make a folder, at most 200, of which 5 lie in each other")
    @APIResponseSchema(value = Folder.class, responseCode = "201", responseDescription = "It is there.")
    public Uni<Folder> create(Chosen chosen) {
        return uni(folders.create(host(), chosen.name(), chosen.parent()));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "replaceFolder", summary = "Give a folder another name or another place")
    @APIResponse(responseCode = "204", description = "It has them.")
    public Uni<Void> replace(@PathParam("id") UUID id, Chosen chosen) {
        return uni(folders.replace(host(), id, chosen.name(), chosen.parent()));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteFolder", summary = "Take a folder away; what lies in it lies where it lay")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public Uni<Void> delete(@PathParam("id") UUID id) {
        return uni(folders.delete(host(), id));
    }

    private UUID host() {
        return SignedIn.of(identity).id();
    }
}
