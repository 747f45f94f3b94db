package dev.podium.seat;

import dev.podium.game.Names;
import dev.podium.game.Phase;
import dev.podium.game.Plan;
import dev.podium.game.Team;
import dev.podium.http.Async;
import dev.podium.http.ClientAddress;
import dev.podium.http.Problem;
import dev.podium.state.GameReader;
import dev.podium.wire.Pin;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.sqlclient.Pool;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a phone asks first: whether its PIN leads to a game, and how one joins it. Nothing else of the game is told. */
@Path("/api/join")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "games")
class JoinResource {
    private final Pool pool;
    private final GameReader store;
    private final Misses misses;
    private final TeamSizes teamSizes;
    private final ClientAddress address;

    JoinResource(Pool pool, GameReader store, Misses misses, TeamSizes teamSizes, ClientAddress address) {
        this.pool = pool;
        this.store = store;
        this.misses = misses;
        this.teamSizes = teamSizes;
        this.address = address;
    }

    /**
     * How one joins a game.
     *
     * @param joinable neither locked nor closed to who comes late
     * @param teams null where nobody chooses one
     * @param names how players get theirs; null where each chooses one
     * @param identify what players are asked for; null where nothing is
     */
    @Schema(name = "Join")
    record Look(
            String title,
            String phase,
            boolean joinable,
            String language,
            List<TeamSize> teams,
            String names,
            Identify identify) {}

    /** @param label in the words of the host */
    record Identify(String label) {}

    record TeamSize(String id, String name, int players) {}

    @GET
    @Path("{pin}")
    @Operation(operationId = "lookForGame", summary = "Whether a PIN leads to a game, and how to join it")
    @APIResponseSchema(value = Look.class, responseDescription = "There is one.")
    @APIResponse(
            responseCode = "429",
            description = "Too many PINs without a game; Retry-After says how many seconds to wait.")
    public Uni<Look> look(@PathParam("pin") String typed, @Context HttpServerRequest request) {
        var pin = Pin.normalise(typed);
        return Async.uni(store.byPin(pool, pin).compose(game -> {
            if (game.isEmpty()) {
                if (!misses.allow(address.of(request))) {
                    return Future.failedFuture(Problem.of(429, "Too many tries", "Wait a minute, then try again.")
                            .refusal(Misses.WINDOW));
                }
                return Future.failedFuture(Problem.notFound("game").refusal());
            }
            return look(game.get());
        }));
    }

    private Future<Look> look(UUID game) {
        return store.load(pool, game).compose(found -> {
            var row = found.orElseThrow();
            var plan = row.frozen().plan();
            boolean joinable = !row.game().locked()
                    && (row.in(Phase.LOBBY) || plan.settings().lateJoin());
            var entry = plan.settings().entry();
            var chosen =
                    entry.sides().dealt() ? List.<Team>of() : plan.settings().teams();
            return teams(game, chosen)
                    .map(teams -> new Look(
                            plan.title(),
                            row.game().phase().wireName(),
                            joinable,
                            plan.language(),
                            teams,
                            names(plan),
                            entry.identify() == null ? null : new Identify(entry.identify())));
        });
    }

    private static String names(Plan plan) {
        var names = plan.settings().entry().names();
        return names == Names.CHOSEN ? null : names.wireName();
    }

    private Future<List<TeamSize>> teams(UUID game, List<Team> teams) {
        if (teams.isEmpty()) return Future.succeededFuture();
        return teamSizes
                .of(game)
                .map(sizes -> teams.stream()
                        .map(team -> new TeamSize(team.id(), team.name(), sizes.getOrDefault(team.id(), 0)))
                        .toList());
    }
}
