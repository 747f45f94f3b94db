package dev.podium.media;

import dev.podium.http.Async;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What hosts have uploaded, for whoever knows its hash; it never changes. */
@Path("/media/{hash}")
@Tag(name = "library")
class ServedMedia {
    private static final String RANGE = "Range";
    private static final String IF_RANGE = "If-Range";
    private static final String CONTENT_RANGE = "Content-Range";

    private final Pieces pieces;

    ServedMedia(Pieces pieces) {
        this.pieces = pieces;
    }

    @HEAD
    @Operation(hidden = true)
    public Uni<Response> tell(@PathParam("hash") String hash) {
        return Async.uni(pieces.head(hash)
                .map(found -> described(Response.ok(), found)
                        .type(found.type())
                        .header(HttpHeaders.CONTENT_LENGTH, found.size())
                        .build()));
    }

    @GET
    @Operation(operationId = "getMedia", summary = "What was uploaded, or a range of it")
    public Uni<Response> give(
            @PathParam("hash") String hash,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known,
            @HeaderParam(RANGE) String asked,
            @HeaderParam(IF_RANGE) String ifRange) {
        return Async.uni(pieces.head(hash).map(found -> give(found, known, asked, ifRange)));
    }

    private static Response give(StoredMedia found, String known, String asked, String ifRange) {
        if (tag(found).equals(known))
            return described(Response.notModified(), found).build();
        boolean ranged = ifRange == null || ifRange.equals(tag(found));
        var part = Range.read(ranged ? asked : null, found.size());
        var range = part.orElse(Range.all(found.size()));
        if (range.isEmpty()) {
            return Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header(CONTENT_RANGE, "bytes */" + found.size())
                    .build();
        }
        var response = described(Response.ok(new Body(found.hash(), range), found.type()), found);
        if (part.isPresent()) {
            response.status(Response.Status.PARTIAL_CONTENT)
                    .header(CONTENT_RANGE, "bytes %d-%d/%d".formatted(range.from(), range.to() - 1, found.size()));
        }
        return response.build();
    }

    private static ResponseBuilder described(ResponseBuilder response, StoredMedia found) {
        return response.header(HttpHeaders.ETAG, tag(found))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .header("Accept-Ranges", "bytes");
    }

    private static String tag(StoredMedia found) {
        return '"' + found.hash() + '"';
    }
}
