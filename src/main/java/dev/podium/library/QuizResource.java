package dev.podium.library;

import static dev.podium.http.Async.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.account.SignedIn;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
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
    /** So many rows keep an event loop for a few milliseconds. */
    private static final int SLICE = 200;

    private final Quizzes quizzes;
    private final QuizJson json;
    private final SecurityIdentity identity;

    QuizResource(Quizzes quizzes, QuizJson json, SecurityIdentity identity) {
        this.quizzes = quizzes;
        this.json = json;
        this.identity = identity;
    }

    @GET
    @Operation(operationId = "listQuizzes", summary = "The host's quizzes, the latest first")
    public List<QuizJson.Card> list() {
        var owner = owner();
        var ids = await(() -> quizzes.ids(owner));
        var found = new ArrayList<QuizJson.Card>(ids.size());
        for (int from = 0; from < ids.size(); from += SLICE) {
            var slice = ids.subList(from, Math.min(from + SLICE, ids.size()));
            var cards = await(() -> quizzes.cards(owner, slice)).stream()
                    .collect(Collectors.toMap(card -> card.id, card -> card));
            slice.stream()
                    .map(cards::get)
                    .filter(Objects::nonNull)
                    .map(json::card)
                    .forEach(found::add);
        }
        return found;
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
        return shown(await(() -> quizzes.get(owner, id)));
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
        return json.mistakes(await(() -> quizzes.get(owner, id)));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteQuiz", summary = "Delete a quiz; games made of it stay")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @APIResponse(responseCode = "412", description = "Somebody saved it meanwhile.")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        var owner = owner();
        await(() -> quizzes.delete(owner, id, ifMatch));
    }

    @POST
    @Path("{id}/duplicate")
    @Operation(operationId = "duplicateQuiz", summary = "Copy a quiz")
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

    private static RestResponse<QuizJson.Shown> shown(Quiz quiz) {
        return ResponseBuilder.ok(QuizJson.shown(quiz))
                .header(HttpHeaders.ETAG, Version.etag(quiz.version))
                .build();
    }

    private UUID owner() {
        return SignedIn.of(identity).id();
    }
}
