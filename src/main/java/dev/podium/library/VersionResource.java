package dev.podium.library;

import static dev.podium.http.Async.await;

import dev.podium.account.SignedIn;
import dev.podium.http.Problem;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What a quiz was. Whoever may change it sees that: others are shown what it is, and not what somebody thought better of before it
 * was shared.
 */
@Path("/api/quizzes/{id}/versions")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@SecurityRequirement(name = "session")
@Tag(name = "library")
@RunOnVirtualThread
class VersionResource {
    private final Quizzes quizzes;
    private final EarlierVersions versions;
    private final SecurityIdentity identity;

    VersionResource(Quizzes quizzes, EarlierVersions versions, SecurityIdentity identity) {
        this.quizzes = quizzes;
        this.versions = versions;
        this.identity = identity;
    }

    @GET
    @Operation(
            operationId = "listVersions",
            summary = "The earlier versions of a quiz, the latest first; for those who may change it",
            description =
                    "What stood for a minute is kept, and one for five minutes of writing; of the last hour one for five minutes,"
                            + " of the last day one an hour, of the last month one a day, of older ones one a week; never more than"
                            + " `most`, nor more than `mostBytes` together.")
    public EarlierVersions.Listed list(@PathParam("id") UUID id) {
        require(id, Right.EDIT);
        return await(versions.of(id));
    }

    @GET
    @Path("{version}")
    @Operation(operationId = "getVersion", summary = "A quiz as it was")
    public EarlierVersions.Whole get(@PathParam("id") UUID id, @PathParam("version") int version) {
        require(id, Right.EDIT);
        return whole(id, version);
    }

    @POST
    @Path("{version}/restore")
    @Operation(
            operationId = "restoreVersion",
            summary = "Make a quiz what it was",
            description = "What it is until then becomes a version itself, so this can be taken back.")
    @APIResponseSchema(value = QuizJson.Shown.class, responseDescription = "The quiz as it is kept now.")
    @APIResponse(responseCode = "412", description = "Somebody saved it meanwhile.")
    @APIResponse(responseCode = "428", description = "If-Match is needed: the quiz's ETag, or *.")
    public RestResponse<QuizJson.Shown> restore(
            @PathParam("id") UUID id,
            @PathParam("version") int version,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Version.require(ifMatch);
        require(id, Right.EDIT);
        var host = host();
        var draft = whole(id, version).draft();
        return QuizResource.shown(await(() -> quizzes.restore(host, id, ifMatch, draft)));
    }

    @DELETE
    @Operation(operationId = "forgetVersions", summary = "Keep none of the earlier versions; for the quiz's owner")
    @APIResponse(responseCode = "204", description = "There are none.")
    public void forget(@PathParam("id") UUID id) {
        require(id, Right.OWN);
        await(versions.forget(id));
    }

    private EarlierVersions.Whole whole(UUID id, int version) {
        return await(versions.one(id, version))
                .orElseThrow(() -> Problem.notFound("version").refusal());
    }

    private void require(UUID id, Right right) {
        var host = host();
        await(() -> quizzes.get(host, id, right));
    }

    private UUID host() {
        return SignedIn.of(identity).id();
    }
}
