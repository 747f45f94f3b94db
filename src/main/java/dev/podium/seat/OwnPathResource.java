package dev.podium.seat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.podium.game.Phase;
import dev.podium.game.Question;
import dev.podium.http.Async;
import dev.podium.http.ClientAddress;
import dev.podium.http.Input;
import dev.podium.http.Problem;
import dev.podium.http.Storable;
import dev.podium.state.GameReader;
import dev.podium.state.GameRow;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.validator.constraints.CodePointLength;

/** How a game went for one player, question by question, once it is over. The seat's ticket is who asks. */
@Path("/api/play/path")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "games")
class OwnPathResource {
    private static final int TICKET_LENGTH = 64;

    private static final String SEAT = "SELECT id FROM player WHERE game_id = $1 AND ticket = $2 AND counts LIMIT 1";
    private static final String ANSWERS =
            "SELECT question, fraction, points + bonus AS points FROM answer WHERE game_id = $1 AND player_id = $2";

    private final Pool pool;
    private final GameReader games;
    private final Misses misses;
    private final ClientAddress address;

    OwnPathResource(Pool pool, GameReader games, Misses misses, ClientAddress address) {
        this.pool = pool;
        this.games = games;
        this.misses = misses;
        this.address = address;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Asking(
            @NotBlank @CodePointLength(max = TICKET_LENGTH) @Storable @Schema(maxLength = TICKET_LENGTH)
            String ticket) implements Input {}

    @Schema(name = "OwnPath")
    record OwnPath(List<Step> questions) {}

    /**
     * @param index the question's, from 0
     * @param text absent where phones show no texts
     * @param answered whether there is an answer
     * @param correct whether it was all right; absent for kinds without a right answer, and for a question that was skipped
     * @param points with the streak's bonus
     */
    @Schema(name = "OwnStep")
    record Step(int index, String kind, String text, boolean answered, Boolean correct, int points) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "ownPath", summary = "How a game that is over went for the player with this ticket")
    @APIResponseSchema(
            value = OwnPath.class,
            responseDescription = "Every question whose results were shown, in its order.")
    @APIResponse(responseCode = "404", description = "The ticket has no seat.")
    @APIResponse(responseCode = "409", description = "The game still runs.")
    @APIResponse(
            responseCode = "429",
            description = "Too many tickets without a seat; Retry-After says how long to wait.")
    public Uni<OwnPath> path(Asking asking, @Context HttpServerRequest request) {
        return Async.uni(Ticket.game(asking.ticket())
                .map(game -> pool.preparedQuery(SEAT)
                        .execute(Tuple.of(game, asking.ticket()))
                        .compose(rows -> GameReader.first(rows)
                                .map(row -> path(game, row.getUUID("id")))
                                .orElseGet(() -> miss(request))))
                .orElseGet(() -> miss(request)));
    }

    private Future<OwnPath> miss(HttpServerRequest request) {
        return Future.failedFuture(
                misses.allow(address.of(request))
                        ? Problem.notFound("seat").refusal()
                        : Problem.of(429, "Too many tries", "Wait a minute, then try again.")
                                .refusal(Misses.WINDOW));
    }

    private Future<OwnPath> path(UUID game, UUID player) {
        return games.load(pool, game).compose(found -> {
            var row = found.orElseThrow();
            if (!row.in(Phase.FINISHED)) {
                return Future.failedFuture(Problem.of(409, "Still running", "The game is not over yet.")
                        .refusal());
            }
            return pool.preparedQuery(ANSWERS).execute(Tuple.of(game, player)).map(answers -> steps(row, answers));
        });
    }

    private static OwnPath steps(GameRow row, Iterable<Row> rows) {
        var answers = new HashMap<Integer, Row>();
        rows.forEach(answer -> answers.put(answer.getInteger("question"), answer));
        var plan = row.frozen().plan();
        var steps = new ArrayList<Step>();
        for (int index = 0; index < plan.size(); index++) {
            var question = plan.question(index);
            if (question.answerable() && row.game().revealed(index)) {
                boolean counts = !row.game().isVoid(index);
                steps.add(step(index, question, plan.settings().phoneText(), counts, answers.get(index)));
            }
        }
        return new OwnPath(steps);
    }

    private static Step step(int index, Question question, boolean told, boolean counts, Row answer) {
        boolean right = answer != null && Double.valueOf(1).equals(answer.getDouble("fraction"));
        return new Step(
                index,
                question.kind(),
                told ? question.text() : null,
                answer != null,
                question.graded() && counts ? (Boolean) right : null,
                answer != null && counts ? answer.getInteger("points") : 0);
    }
}
