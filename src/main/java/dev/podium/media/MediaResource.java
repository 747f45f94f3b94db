package dev.podium.media;

import dev.podium.account.SignedIn;
import dev.podium.configuration.Configuration;
import dev.podium.http.Async;
import dev.podium.http.Code;
import dev.podium.http.Problem;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Uploads of a host. */
@Path("/api/media")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@SecurityRequirement(name = "session")
@Tag(name = "library")
class MediaResource {
    private final Media media;
    private final Shelf shelf;
    private final SecurityIdentity identity;
    private final long most;

    MediaResource(Media media, Shelf shelf, SecurityIdentity identity, Configuration settings) {
        this.media = media;
        this.shelf = shelf;
        this.identity = identity;
        this.most = settings.media().largest();
    }

    /** {@code phone}: a small picture of the same, which phones are shown instead. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "uploadMedia",
            summary = "Keep a picture, a sound or a film; the same one again is no other")
    @RunOnVirtualThread
    public StoredMedia take(@RestForm("file") FileUpload file, @RestForm("phone") FileUpload phone) {
        if (file == null || file.size() == 0) {
            throw Problem.invalid("file", Code.REQUIRED, "A file is required.").refusal();
        }
        if (file.size() > most) {
            throw Problem.tooLarge("At most %d MiB are possible.".formatted(most >> 20))
                    .refusal();
        }
        var host = SignedIn.of(identity).id();
        return Async.await(phone == null ? media.store(host, map(file)) : media.store(host, map(file), map(phone)));
    }

    @GET
    @Operation(operationId = "listMedia", summary = "What the host has uploaded, the latest first, 50 at a time")
    public Uni<Shelf.Page> list(@QueryParam("after") String after) {
        return Async.uni(shelf.page(SignedIn.of(identity).id(), after));
    }

    @DELETE
    @Path("{hash}")
    @Operation(operationId = "deleteMedia", summary = "Take an upload from the shelf")
    @APIResponse(responseCode = "204", description = "It is gone from the shelf.")
    @APIResponse(responseCode = "409", description = "A quiz or a game of the host uses it.")
    public Uni<Void> delete(@PathParam("hash") String hash) {
        return Async.uni(shelf.delete(SignedIn.of(identity).id(), hash));
    }

    /** The file stays on the disk; what is read of it is no memory of ours, and is let go with the buffer. */
    private static ByteBuffer map(FileUpload file) {
        try (var channel = FileChannel.open(file.uploadedFile())) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
