package dev.podium.address;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.podium.http.Input;
import dev.podium.http.Problem;
import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Under which addresses phones may reach this machine, and whether one did: a phone opens a test link, the host sees it. */
@Path("/api/addresses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "games")
class AddressResource {
    private static final Pattern TOKEN = Pattern.compile("[a-z0-9]{8,32}");

    private final Addresses addresses;
    private final Reached reached;

    AddressResource(Addresses addresses, Reached reached) {
        this.addresses = addresses;
        this.reached = reached;
    }

    /**
     * Where phones may reach this machine.
     *
     * @param isPublic whether the address is configured, not found on this machine
     * @param addresses the one in use, then the others
     */
    @Schema(name = "Addresses")
    record All(@JsonProperty("public") boolean isPublic, List<String> addresses) {}

    /**
     * What the last phone said that has opened the link of a test.
     *
     * @param reached whether a game would get through to it
     * @param socket whether by a WebSocket; absent where none has said anything
     * @param stream whether by a stream and requests; likewise
     */
    @Schema(name = "AddressTest")
    record State(boolean reached, Boolean socket, Boolean stream) {
        static State of(Reached.Ways ways) {
            return new State(ways.any(), ways.socket(), ways.stream());
        }
    }

    /** By which ways a phone was reached. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "AddressTestResult")
    record Result(@NotNull Boolean socket, @NotNull Boolean stream) implements Input {}

    @GET
    @Authenticated
    @SecurityRequirement(name = "session")
    @Operation(operationId = "listAddresses", summary = "Where phones may reach this machine")
    public All all() {
        return new All(addresses.isPublic(), addresses.all());
    }

    @GET
    @Path("tests/{token}")
    @Authenticated
    @SecurityRequirement(name = "session")
    @Operation(
            operationId = "getAddressTest",
            summary = "Whether a game gets through to the phone that opened the link of a test")
    public State state(@PathParam("token") String token) {
        return reached.by(token).map(State::of).orElse(new State(false, null, null));
    }

    /** By the phone, which has no account. */
    @POST
    @Path("tests/{token}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "passAddressTest", summary = "What the phone says that has opened the link")
    @APIResponse(responseCode = "204", description = "Noted for the host.")
    public void reach(@PathParam("token") String token, Result result) {
        if (!TOKEN.matcher(token).matches()) throw Problem.notFound("test").refusal();
        reached.add(token, new Reached.Ways(result.socket(), result.stream()));
    }
}
