package dev.podium.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.podium.http.Problem;
import io.quarkus.security.Authenticated;
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

    /** @param reached whether a phone has opened the link of the test */
    @Schema(name = "AddressTest")
    record State(boolean reached) {}

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
    @Operation(operationId = "getAddressTest", summary = "Whether a phone has opened the link of a test")
    public State state(@PathParam("token") String token) {
        return new State(reached.has(token));
    }

    /** By the phone, which has no account. */
    @POST
    @Path("tests/{token}")
    @Operation(operationId = "passAddressTest", summary = "What the phone says that has opened the link")
    @APIResponse(responseCode = "204", description = "Noted for the host.")
    public void reach(@PathParam("token") String token) {
        if (!TOKEN.matcher(token).matches()) throw Problem.notFound("test").refusal();
        reached.add(token);
    }
}
