package dev.podium.media;

import dev.podium.http.Async;
import dev.podium.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What hosts have uploaded, for whoever knows its hash; it never changes. */
@Path("/media/{hash}")
@Tag(name = "library")
class ServedMedia {
    private final Media media;

    ServedMedia(Media media) {
        this.media = media;
    }

    @GET
    @Operation(operationId = "getMedia", summary = "A picture that was uploaded")
    @RunOnVirtualThread
    public Response give(@PathParam("hash") String hash, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        var found = Async.await(() -> Async.uni(media.find(hash)))
                .orElseThrow(() -> Problem.notFound("picture").refusal());
        var tag = '"' + hash + '"';
        var response = tag.equals(known) ? Response.notModified() : Response.ok(body(found), found.type());
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .build();
    }

    private StreamingOutput body(StoredMedia found) {
        return out -> {
            for (int n = 0; (long) n * Media.CHUNK < found.size(); n++) {
                int piece = n;
                out.write(Async.await(() -> Async.uni(media.chunk(found.hash(), piece)))
                        .getBytes());
            }
        };
    }
}
