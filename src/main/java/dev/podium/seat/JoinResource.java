package dev.podium.seat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.game.Phase;
import dev.podium.http.Async;
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
import java.util.UUID;

/** What a phone asks first: whether its PIN leads to a game, and how one joins it. Nothing else of the game is told. */
@Path("/api/join")
@Produces(MediaType.APPLICATION_JSON)
class JoinResource {
    private final Pool pool;
    private final GameReader store;
    private final Misses misses;
    private final TeamSizes teamSizes;

    JoinResource(Pool pool, GameReader store, Misses misses, TeamSizes teamSizes) {
        this.pool = pool;
        this.store = store;
        this.misses = misses;
        this.teamSizes = teamSizes;
    }

    @GET
    @Path("{pin}")
    public Uni<ObjectNode> look(@PathParam("pin") String typed, @Context HttpServerRequest request) {
        var pin = Pin.normalise(typed);
        var address = request.remoteAddress().hostAddress();
        return Async.uni(store.byPin(pool, pin).compose(game -> {
            if (game.isEmpty()) {
                if (!misses.allow(address)) {
                    return Future.failedFuture(Problem.of(429, "Too many tries", "Wait a minute, then try again.")
                            .refusal(Misses.WINDOW));
                }
                return Future.failedFuture(Problem.notFound("game").refusal());
            }
            return look(game.get());
        }));
    }

    private Future<ObjectNode> look(UUID game) {
        return store.load(pool, game).compose(found -> {
            var row = found.orElseThrow();
            var plan = row.frozen().plan();
            boolean joinable = !row.game().locked()
                    && (row.in(Phase.LOBBY) || plan.settings().lateJoin());
            var json = JsonNodeFactory.instance.objectNode();
            json.put("title", plan.title())
                    .put("phase", row.game().phase().wireName())
                    .put("joinable", joinable);
            if (plan.language() != null) json.put("language", plan.language());
            if (plan.settings().teams().isEmpty()) return Future.succeededFuture(json);
            return teamSizes.of(game).map(sizes -> {
                var teams = json.putArray("teams");
                for (var team : plan.settings().teams()) {
                    teams.addObject()
                            .put("id", team.id())
                            .put("name", team.name())
                            .put("players", sizes.getOrDefault(team.id(), 0));
                }
                return json;
            });
        });
    }
}
