package dev.podium.crew;

import static dev.podium.http.Async.uni;

import dev.podium.account.SignedIn;
import dev.podium.address.Addresses;
import dev.podium.http.Input;
import dev.podium.http.Problem;
import dev.podium.http.Storable;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Who steers a game: its owner asks other hosts, and every host of it gives links to phones. */
@Path("/api/games/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@SecurityRequirement(name = "session")
@Tag(name = "games")
class CrewResource {
    private static final int EMAIL = 254;

    private final Crew crew;
    private final CrewList members;
    private final Addresses addresses;
    private final SecurityIdentity identity;

    CrewResource(Crew crew, CrewList members, Addresses addresses, SecurityIdentity identity) {
        this.crew = crew;
        this.members = members;
        this.addresses = addresses;
        this.identity = identity;
    }

    /** @param email of a host of this installation */
    @Schema(name = "AskedHost")
    record Asked(
            @NotBlank @CodePointLength(max = EMAIL) @Storable
            String email) implements Input {}

    /** @param url what the phone opens; told once, when the remote is made */
    @Schema(name = "MadeRemote")
    record MadeRemote(String id, String url) {}

    @GET
    @Path("crew")
    @Operation(operationId = "getCrew", summary = "Who steers a game, and who else could be asked")
    public Uni<CrewList.All> list(@PathParam("id") UUID game) {
        return uni(steering(game).compose(_ -> members.of(game)));
    }

    @PUT
    @Path("hosts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "askHost",
            summary = "Let another host of this installation steer a game, and read its report; for its owner")
    public Uni<CrewList.All> ask(@PathParam("id") UUID game, Asked asked) {
        return uni(owning(game)
                .compose(_ -> members.ask(host(), game, asked.email()))
                .compose(_ -> members.of(game)));
    }

    @DELETE
    @Path("hosts/{host}")
    @Operation(operationId = "dismissHost", summary = "Let a host steer no longer; that host may leave, too")
    @APIResponse(responseCode = "204", description = "The wheel is out of that hand within five seconds.")
    public Uni<Void> dismiss(@PathParam("id") UUID game, @PathParam("host") UUID other) {
        var allowed = other.equals(host()) ? steering(game) : owning(game);
        return uni(allowed.compose(_ -> members.dismiss(game, other)).map(there -> found(there, "host")));
    }

    @POST
    @Path("remotes")
    @Operation(
            operationId = "makeRemote",
            summary =
                    "Make a link by which a phone steers this one game, without an account, until an hour after its end")
    @APIResponseSchema(value = MadeRemote.class, responseCode = "201", responseDescription = "The link is told once.")
    @APIResponse(responseCode = "409", description = "The game is over, or has ten remotes.")
    public Uni<RestResponse<MadeRemote>> make(@PathParam("id") UUID game) {
        return uni(steering(game).compose(_ -> members.make(game)).map(made -> {
            var remote = made.orElseThrow(() -> Problem.of(
                            409, "No more remotes", "The game is over, or has " + CrewList.MOST_REMOTES + " already.")
                    .refusal());
            var url = addresses.remoteUrl(game, remote.token().value());
            return ResponseBuilder.create(
                            Status.CREATED, new MadeRemote(remote.remote().id(), url))
                    .build();
        }));
    }

    @DELETE
    @Path("remotes/{remote}")
    @Operation(operationId = "revokeRemote", summary = "Let a link steer no longer")
    @APIResponse(responseCode = "204", description = "The wheel is out of that hand within five seconds.")
    public Uni<Void> revoke(@PathParam("id") UUID game, @PathParam("remote") String remote) {
        return uni(steering(game).compose(_ -> members.revoke(game, remote)).map(there -> found(there, "remote")));
    }

    private Future<Void> steering(UUID game) {
        return crew.steers(host(), game).map(may -> found(may, "game"));
    }

    private Future<Void> owning(UUID game) {
        return crew.owns(host(), game).map(may -> found(may, "game"));
    }

    private static Void found(boolean there, String what) {
        if (!there) throw Problem.notFound(what).refusal();
        return null;
    }

    private UUID host() {
        return SignedIn.of(identity).id();
    }
}
