package dev.podium.media;

import dev.podium.http.Async;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What hosts have uploaded, for whoever knows its hash; it never changes. */
@Path("/media/{hash}")
@Tag(name = "library")
class ServedMedia {
    private static final String RANGE = "Range";
    private static final String IF_RANGE = "If-Range";
    private static final String CONTENT_RANGE = "Content-Range";

    /** What is copied for a reader at a time; the piece itself is one for all. */
    private static final int STRETCH = 16 * 1024;

    private final Pieces pieces;

    ServedMedia(Pieces pieces) {
        this.pieces = pieces;
    }

    @HEAD
    @Operation(hidden = true)
    @RunOnVirtualThread
    public Response tell(@PathParam("hash") String hash) {
        var found = Async.await(pieces.head(hash));
        return described(Response.ok(), found)
                .type(found.type())
                .header(HttpHeaders.CONTENT_LENGTH, found.size())
                .build();
    }

    @GET
    @Operation(operationId = "getMedia", summary = "What was uploaded, or a range of it")
    @RunOnVirtualThread
    public Response give(
            @PathParam("hash") String hash,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known,
            @HeaderParam(RANGE) String asked,
            @HeaderParam(IF_RANGE) String ifRange) {
        var found = Async.await(pieces.head(hash));
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
        var response = described(Response.ok(body(found, range), found.type()), found)
                .header(HttpHeaders.CONTENT_LENGTH, range.length());
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

    private StreamingOutput body(StoredMedia found, Range range) {
        return out -> {
            for (long at = range.from(); at < range.to(); ) {
                long begins = at / Media.CHUNK * Media.CHUNK;
                int to = (int) Math.min(range.to() - begins, Media.CHUNK);
                var piece = Async.await(pieces.piece(found.hash(), (int) (begins / Media.CHUNK)));
                for (int from = (int) (at - begins); from < to; from += STRETCH) {
                    out.write(piece.getBytes(from, Math.min(to, from + STRETCH)));
                }
                at = begins + to;
            }
        };
    }
}
