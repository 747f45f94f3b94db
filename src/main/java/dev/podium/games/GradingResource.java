package dev.podium.games;

import static dev.podium.http.Async.uni;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.account.SignedIn;
import dev.podium.database.QueueFull;
import dev.podium.game.Command;
import dev.podium.game.Decision.Refused;
import dev.podium.game.Key;
import dev.podium.http.Code;
import dev.podium.http.Form;
import dev.podium.http.Problem;
import dev.podium.step.Hand;
import dev.podium.step.Reply;
import dev.podium.step.Steps;
import dev.podium.wire.KeyJson;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Judges a question again, or as it was judged first, for as long as its game is stored: a host who reads a report sends no commands. */
@Path("/api/games/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@SecurityRequirement(name = "session")
@Tag(name = "games")
class GradingResource {
    private static final Duration COME_BACK = Duration.ofSeconds(1);
    private static final int NONE = -1;
    /** More than the rules take of each, so that they say so. */
    private static final int MAX_TEXTS = 64;

    private static final int MAX_LENGTH = 256;

    private final GameList games;
    private final Steps steps;
    private final SecurityIdentity identity;

    GradingResource(GameList games, Steps steps, SecurityIdentity identity) {
        this.games = games;
        this.steps = steps;
        this.identity = identity;
    }

    /** What a host sends, for the API's description alone. */
    @Schema(name = "Regrade")
    record Regrade(
            @Schema(required = true) int question,
            @Schema(name = "void") Boolean voids,

            @Schema(description = "In the shape of the question's reveal; it replaces what was right.")
            Object correct,

            @Schema(description = "Texts that are right as well.")
            List<String> accept) {}

    @Schema(name = "Ungrade")
    record Ungrade(@Schema(required = true) int question) {}

    @POST
    @Path("regrade")
    @Operation(operationId = "regrade", summary = "Judge a question again; everybody's score follows")
    @RequestBody(content = @Content(schema = @Schema(implementation = Regrade.class)))
    @APIResponse(responseCode = "204", description = "All of the game is added up anew.")
    @APIResponse(responseCode = "409", description = "Its results were not shown, or it is judged so already.")
    public Uni<Void> regrade(@PathParam("id") UUID id, JsonNode body) {
        var form = Form.of(body);
        var command = new Command.Regrade(
                question(form),
                form.flag("void", false),
                correct(form),
                form.texts("accept", 0, MAX_TEXTS, MAX_LENGTH));
        form.check();
        return uni(carryOut(id, command, form.has("accept") ? "accept" : "correct"));
    }

    @POST
    @Path("ungrade")
    @Operation(operationId = "ungrade", summary = "Judge a question as it was judged when it was played")
    @RequestBody(content = @Content(schema = @Schema(implementation = Ungrade.class)))
    @APIResponse(responseCode = "204", description = "All of the game is added up anew.")
    @APIResponse(responseCode = "409", description = "It is judged so already.")
    public Uni<Void> ungrade(@PathParam("id") UUID id, JsonNode body) {
        var form = Form.of(body);
        var command = new Command.Ungrade(question(form));
        form.check();
        return uni(carryOut(id, command, "question"));
    }

    private static long question(Form form) {
        if (!form.has("question")) {
            form.error("question", Code.REQUIRED, "The index of a question is required.");
        }
        return form.whole("question", 0, Integer.MAX_VALUE, NONE);
    }

    private static Key correct(Form form) {
        if (!form.has("correct")) return null;
        var key = KeyJson.read(form.raw("correct"));
        if (key.isEmpty()) form.error("correct", Code.INVALID, "What is right is expected in the shape of a reveal.");
        return key.orElse(null);
    }

    /** @param field that is to blame where the rules say so */
    private Future<Void> carryOut(UUID id, Command command, String field) {
        var host = SignedIn.of(identity).id();
        var asked = new Steps.Asked(UUID.randomUUID().toString(), new Hand(host, null));
        return games.one(host, id)
                .compose(found -> {
                    found.orElseThrow(() -> Problem.notFound("game").refusal());
                    return steps.carryOut(id, asked, command, null);
                })
                .recover(failure -> failure instanceof QueueFull
                        ? Future.succeededFuture(new Reply(Reply.BUSY, 0))
                        : Future.failedFuture(failure))
                .map(reply -> {
                    if (!reply.done()) throw refusal(reply.reason(), field);
                    return null;
                });
    }

    private static Problem.Refusal refusal(String reason, String field) {
        return switch (reason) {
            case Refused.INVALID ->
                Problem.invalid(field, Code.INVALID, "This question cannot be judged by that.")
                        .refusal();
            case Reply.BUSY -> Problem.of(503, "Busy", "Try again.").refusal(COME_BACK);
            case "unknown" -> Problem.notFound("game").refusal();
            default ->
                Problem.of(409, "Nothing to change", "Its results were not shown, or it is judged so already.")
                        .refusal();
        };
    }
}
