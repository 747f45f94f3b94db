package dev.podium.library;

import static dev.podium.http.Async.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.account.SignedIn;
import dev.podium.catalogue.Card;
import dev.podium.catalogue.Catalogue;
import dev.podium.http.FieldError;
import dev.podium.http.Form;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** A host's library. Whole quizzes are read and written on virtual threads: no phone waits for one. */
@Path("/api/quizzes")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@SecurityRequirement(name = "session")
@Tag(name = "library")
@RunOnVirtualThread
class QuizResource {
    private final Quizzes quizzes;
    private final Catalogue catalogue;
    private final QuizJson json;
    private final SecurityIdentity identity;

    QuizResource(Quizzes quizzes, Catalogue catalogue, QuizJson json, SecurityIdentity identity) {
        this.quizzes = quizzes;
        this.catalogue = catalogue;
        this.json = json;
        this.identity = identity;
    }

    @GET
    @Operation(
            operationId = "listQuizzes",
            summary = "All of the host's quizzes at once, the latest first",
            description = "`GET /api/library` has them some at a time, in other orders, searched, and in folders.")
    public List<Card> list() {
        return catalogue.all(owner());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createQuiz", summary = "Keep a new quiz")
    @RequestBody(content = @Content(schema = @Schema(implementation = QuizJson.Document.class)))
    @APIResponseSchema(
            value = QuizJson.Shown.class,
            responseCode = "201",
            responseDescription = "The quiz, kept; ETag is its version.")
    public RestResponse<QuizJson.Shown> create(JsonNode body) {
        var owner = owner();
        var draft = draft(body);
        return created(await(() -> quizzes.create(owner, draft)));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getQuiz", summary = "One quiz; ETag is its version")
    public RestResponse<QuizJson.Shown> get(@PathParam("id") UUID id) {
        var owner = owner();
        return shown(await(() -> quizzes.get(owner, id, Right.SEE)));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceQuiz",
            summary = "Save a quiz over the version that was loaded, or a new one under an id of the client's")
    @RequestBody(content = @Content(schema = @Schema(implementation = QuizJson.Document.class)))
    @APIResponseSchema(value = QuizJson.Shown.class, responseDescription = "The quiz as it is kept now.")
    @APIResponse(responseCode = "412", description = "Somebody saved it meanwhile; or it is there already.")
    @APIResponse(
            responseCode = "428",
            description = "If-Match is needed: the ETag that was loaded, or *; or If-None-Match: * for a new one.")
    public RestResponse<QuizJson.Shown> replace(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            JsonNode body) {
        boolean isNew = Version.isNew(ifNoneMatch);
        if (!isNew) Version.require(ifMatch);
        var owner = owner();
        var draft = draft(body);
        if (isNew) return created(await(() -> quizzes.createAs(owner, id, draft)));
        return shown(await(() -> quizzes.replace(owner, id, ifMatch, draft)));
    }

    @GET
    @Path("{id}/mistakes")
    @Operation(operationId = "listMistakes", summary = "What keeps a quiz from being played, at most 100 mistakes")
    public List<FieldError> mistakes(@PathParam("id") UUID id) {
        var owner = owner();
        return json.mistakes(await(() -> quizzes.get(owner, id, Right.SEE)));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteQuiz", summary = "Move a quiz to the trash; games made of it stay")
    @APIResponse(responseCode = "204", description = "It is in the trash, and for good deleted after 30 days.")
    @APIResponse(responseCode = "412", description = "Somebody saved it meanwhile.")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        var owner = owner();
        await(() -> quizzes.delete(owner, id, ifMatch));
    }

    @POST
    @Path("{id}/duplicate")
    @Operation(operationId = "duplicateQuiz", summary = "Copy a quiz, also one that others share")
    @APIResponseSchema(value = QuizJson.Shown.class, responseCode = "201", responseDescription = "The copy, kept.")
    public RestResponse<QuizJson.Shown> duplicate(@PathParam("id") UUID id) {
        var owner = owner();
        return created(await(() -> quizzes.duplicate(owner, id)));
    }

    private static QuizDraft draft(JsonNode body) {
        var form = Form.of(body);
        var draft = QuizDraft.read(form);
        form.check();
        return draft;
    }

    private static RestResponse<QuizJson.Shown> created(Quiz quiz) {
        return ResponseBuilder.create(Status.CREATED, QuizJson.shown(quiz))
                .header(HttpHeaders.LOCATION, "/api/quizzes/" + quiz.id)
                .header(HttpHeaders.ETAG, Version.etag(quiz.version))
                .build();
    }

    static RestResponse<QuizJson.Shown> shown(Quiz quiz) {
        return ResponseBuilder.ok(QuizJson.shown(quiz))
                .header(HttpHeaders.ETAG, Version.etag(quiz.version))
                .build();
    }

    private UUID owner() {
        return SignedIn.of(identity).id();
    }
}
