package dev.podium.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.podium.account.SignedIn;
import dev.podium.http.Form;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** A host's library. */
@Path("/api/quizzes")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class QuizResource {
    private final Quizzes quizzes;
    private final QuizJson json;
    private final SecurityIdentity identity;

    QuizResource(Quizzes quizzes, QuizJson json, SecurityIdentity identity) {
        this.quizzes = quizzes;
        this.json = json;
        this.identity = identity;
    }

    @GET
    public Uni<ArrayNode> list() {
        return quizzes.list(owner()).map(json::write);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> create(JsonNode body) {
        return quizzes.create(owner(), draft(body)).map(this::created);
    }

    @GET
    @Path("{id}")
    public Uni<Response> get(UUID id) {
        return quizzes.get(owner(), id).map(this::shown);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> replace(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            JsonNode body) {
        if (Version.isNew(ifNoneMatch)) {
            return quizzes.createAs(owner(), id, draft(body)).map(this::created);
        }
        Version.require(ifMatch);
        return quizzes.replace(owner(), id, ifMatch, draft(body)).map(this::shown);
    }

    /** What keeps it from being played. */
    @GET
    @Path("{id}/mistakes")
    public Uni<ArrayNode> mistakes(UUID id) {
        return quizzes.get(owner(), id).map(json::mistakes);
    }

    @DELETE
    @Path("{id}")
    public Uni<Void> delete(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return quizzes.delete(owner(), id, ifMatch);
    }

    @POST
    @Path("{id}/duplicate")
    public Uni<Response> duplicate(UUID id) {
        return quizzes.duplicate(owner(), id).map(this::created);
    }

    private static QuizDraft draft(JsonNode body) {
        var form = Form.of(body);
        var draft = QuizDraft.read(form);
        form.check();
        return draft;
    }

    private Response created(Quiz quiz) {
        return Response.created(URI.create("/api/quizzes/" + quiz.id))
                .header(HttpHeaders.ETAG, Version.etag(quiz.version))
                .entity(json.write(quiz))
                .build();
    }

    private Response shown(Quiz quiz) {
        return Response.ok(json.write(quiz))
                .header(HttpHeaders.ETAG, Version.etag(quiz.version))
                .build();
    }

    private UUID owner() {
        return SignedIn.of(identity).id();
    }
}
