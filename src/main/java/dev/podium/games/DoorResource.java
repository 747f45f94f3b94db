package dev.podium.games;

import static dev.podium.http.Async.uni;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.account.SignedIn;
import dev.podium.address.Addresses;
import dev.podium.game.ExtraTime;
import dev.podium.game.Phase;
import dev.podium.http.Code;
import dev.podium.http.Form;
import dev.podium.http.Problem;
import dev.podium.seat.Handovers;
import dev.podium.seat.Invites;
import dev.podium.state.GameRow;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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

/** Links for one player each: into a game with more time, or to a seat of it. What they carry stands behind the hash, which nobody logs. */
@Path("/api/games/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@SecurityRequirement(name = "session")
@Tag(name = "games")
class DoorResource {
    private static final int NONE = -1;

    private final GameList games;
    private final Invites invites;
    private final Handovers handovers;
    private final Addresses addresses;
    private final SecurityIdentity identity;

    DoorResource(GameList games, Invites invites, Handovers handovers, Addresses addresses, SecurityIdentity identity) {
        this.games = games;
        this.invites = invites;
        this.handovers = handovers;
        this.addresses = addresses;
        this.identity = identity;
    }

    /** What a host sends, for the API's description alone. */
    @Schema(name = "PlayerInvite")
    record Invite(
            @Schema(required = true, description = "Percent of more time: 25, 50, 100 or 200")
            int extra) {}

    /** @param url opens the way in for one player */
    @Schema(name = "DoorLink")
    record Link(String url) {}

    @POST
    @Path("invites")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "invitePlayer", summary = "A link by which one player joins, and has more time")
    @RequestBody(content = @Content(schema = @Schema(implementation = Invite.class)))
    @APIResponseSchema(value = Link.class, responseDescription = "Nobody but the player and the hosts is told.")
    @APIResponse(responseCode = "409", description = "The game is over, or has as many such links as it may have.")
    public Uni<Link> invite(@PathParam("id") UUID id, JsonNode body) {
        var form = Form.of(body);
        long extra = form.whole("extra", 1, Integer.MAX_VALUE, NONE);
        if (form.clean("extra") && !ExtraTime.offered(extra))
            form.error("extra", Code.INVALID, "25, 50, 100 or 200 percent are possible.");
        form.check();
        return uni(running(id)
                .compose(row -> invites.make(id, (int) extra)
                        .map(made -> made.map(token -> link(row, "#invite=" + token))
                                .orElseThrow(
                                        () -> Problem.of(409, "Too many", "The game has as many links as it may have.")
                                                .refusal()))));
    }

    @GET
    @Path("invites")
    @Operation(
            operationId = "listPlayerInvites",
            summary = "The links that give one player each more time, and who has come by them")
    public Uni<List<Invites.Made>> invites(@PathParam("id") UUID id) {
        return uni(game(id).compose(row -> invites.made(id)));
    }

    @DELETE
    @Path("invites/{invite}")
    @Operation(operationId = "withdrawPlayerInvite", summary = "Let a link open nothing more")
    @APIResponse(responseCode = "204", description = "Who has come by it keeps seat and time.")
    @APIResponse(responseCode = "404", description = "There is no such game or link.")
    public Uni<Void> withdraw(@PathParam("id") UUID id, @PathParam("invite") String invite) {
        return uni(game(id).compose(row -> invites.withdraw(id, invite)).map(there -> {
            if (!there) throw Problem.notFound("invite").refusal();
            return null;
        }));
    }

    @POST
    @Path("players/{player}/handover")
    @Operation(operationId = "handOverSeat", summary = "A link by which another phone has this seat")
    @APIResponseSchema(value = Link.class, responseDescription = "Good once, and for a minute.")
    @APIResponse(responseCode = "404", description = "There is no such game or seat.")
    @APIResponse(responseCode = "409", description = "The game is over.")
    public Uni<Link> handOver(@PathParam("id") UUID id, @PathParam("player") UUID player) {
        return uni(running(id)
                .compose(row -> handovers.offer(id, player).map(offer -> switch (offer) {
                    case Handovers.Offer.Code(var code) -> link(row, "#handover=" + code);
                    case Handovers.Offer.NoSeat _, Handovers.Offer.Outdone _ ->
                        throw Problem.notFound("seat").refusal();
                })));
    }

    private Link link(GameRow row, String fragment) {
        return new Link(addresses.joinUrl(row.frozen().pin()) + fragment);
    }

    private Future<GameRow> game(UUID id) {
        return games.one(SignedIn.of(identity).id(), id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("game").refusal())
                        .row());
    }

    private Future<GameRow> running(UUID id) {
        return game(id).map(row -> {
            if (row.in(Phase.FINISHED)) {
                throw Problem.of(409, "Over", "The game is over.").refusal();
            }
            return row;
        });
    }
}
