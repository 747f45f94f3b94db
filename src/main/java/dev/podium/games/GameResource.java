package dev.podium.games;

import static dev.podium.http.Async.uni;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.account.SignedIn;
import dev.podium.address.Addresses;
import dev.podium.http.Code;
import dev.podium.http.Form;
import dev.podium.http.Problem;
import dev.podium.library.Library;
import dev.podium.library.QuizRecord;
import dev.podium.library.SettingsJson;
import dev.podium.state.Frozen;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;

/** Opening games, and the list of a host's running and past ones. */
@Path("/api/games")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class GameResource {
    private static final int ID_LENGTH = 36;

    private final Library library;
    private final Opening opening;
    private final GameList games;
    private final Addresses addresses;
    private final SecurityIdentity identity;

    GameResource(Library library, Opening opening, GameList games, Addresses addresses, SecurityIdentity identity) {
        this.library = library;
        this.opening = opening;
        this.games = games;
        this.addresses = addresses;
        this.identity = identity;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> open(JsonNode body) {
        var form = Form.of(body);
        var quizId = form.text("quizId", ID_LENGTH);
        var settings = SettingsJson.read(form.form("settings"));
        form.check();
        var owner = SignedIn.of(identity).id();
        return library.find(owner, quizId(quizId))
                .map(quiz -> quiz.orElseThrow(() -> Problem.notFound("quiz").refusal()))
                .invoke(GameResource::requireQuestions)
                .chain(quiz -> uni(opening.open(owner, quiz, settings)))
                .map(frozen -> Response.status(201)
                        .header("Location", "/api/games/" + frozen.id())
                        .entity(opened(frozen))
                        .build());
    }

    @GET
    public Uni<ArrayNode> list() {
        return uni(games.of(SignedIn.of(identity).id())).map(summaries -> {
            var json = JsonNodeFactory.instance.arrayNode();
            summaries.forEach(summary -> json.add(json(summary)));
            return json;
        });
    }

    @GET
    @Path("{id}")
    public Uni<ObjectNode> one(UUID id) {
        return uni(games.one(SignedIn.of(identity).id(), id))
                .map(found -> found.orElseThrow(() -> Problem.notFound("game").refusal()))
                .map(detail -> {
                    var plan = detail.row().frozen().plan();
                    var json = json(detail.summary());
                    json.put("question", detail.row().game().question()).put("total", plan.size());
                    json.set("settings", SettingsJson.write(plan.settings()));
                    return json;
                });
    }

    /** What was stored of a game and of those who played it is gone for good. */
    @DELETE
    @Path("{id}")
    public Uni<Response> delete(UUID id) {
        var owner = SignedIn.of(identity).id();
        return uni(games.delete(owner, id)
                        .compose(deleted -> deleted
                                ? Future.succeededFuture()
                                : games.one(owner, id).map(GameResource::refuseToDelete)))
                .map(_ -> Response.noContent().build());
    }

    private static Void refuseToDelete(Optional<GameList.Detail> found) {
        throw found.map(_ -> Problem.of(409, "Still running", "End the game first."))
                .orElseGet(() -> Problem.notFound("game"))
                .refusal();
    }

    private ObjectNode opened(Frozen frozen) {
        return addressed(
                JsonNodeFactory.instance.objectNode().put("id", frozen.id().toString()),
                frozen.pin(),
                frozen.screenToken());
    }

    private ObjectNode json(GameList.Summary summary) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("id", summary.id().toString())
                .put("title", summary.title())
                .put("phase", summary.phase())
                .put("players", summary.players())
                .put("createdAt", summary.createdAt());
        if (summary.finishedAt() != null) json.put("finishedAt", summary.finishedAt());
        return addressed(json, summary.pin(), summary.screenToken());
    }

    private ObjectNode addressed(ObjectNode json, String pin, String screenToken) {
        return json.put("pin", pin)
                .put("joinUrl", addresses.joinUrl(pin))
                .put("screenUrl", addresses.screenUrl(screenToken));
    }

    private static void requireQuestions(QuizRecord quiz) {
        if (quiz.questions().isEmpty()) {
            throw Problem.invalid("quizId", Code.TOO_FEW, "The quiz has no questions yet.")
                    .refusal();
        }
    }

    /** An id that is none leads to no quiz. */
    private static UUID quizId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("quiz").refusal();
        }
    }
}
