package dev.podium.media;

import dev.podium.account.SignedIn;
import dev.podium.http.Async;
import dev.podium.http.Code;
import dev.podium.http.Problem;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    private final SecurityIdentity identity;

    MediaResource(Media media, SecurityIdentity identity) {
        this.media = media;
        this.identity = identity;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(operationId = "uploadMedia", summary = "Keep a picture; the same one again is no other")
    @RunOnVirtualThread
    public StoredMedia take(@RestForm("file") FileUpload file) {
        if (file == null) {
            throw Problem.invalid("file", Code.REQUIRED, "A file is required.").refusal();
        }
        var host = SignedIn.of(identity).id();
        return Async.await(() -> Async.uni(media.store(host, bytes(file))));
    }

    private static byte[] bytes(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
