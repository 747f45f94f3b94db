package dev.podium.address;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.http.Problem;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;

/** Under which addresses phones may reach this machine, and whether one did: a phone opens a test link, the host sees it. */
@Path("/api/addresses")
@Produces(MediaType.APPLICATION_JSON)
class AddressResource {
    private static final Pattern TOKEN = Pattern.compile("[a-z0-9]{8,32}");

    private final Addresses addresses;
    private final Reached reached;

    AddressResource(Addresses addresses, Reached reached) {
        this.addresses = addresses;
        this.reached = reached;
    }

    @GET
    @Authenticated
    public ObjectNode all() {
        var json = JsonNodeFactory.instance.objectNode().put("public", addresses.isPublic());
        addresses.all().forEach(json.putArray("addresses")::add);
        return json;
    }

    @GET
    @Path("tests/{token}")
    @Authenticated
    public ObjectNode state(String token) {
        return JsonNodeFactory.instance.objectNode().put("reached", reached.has(token));
    }

    /** By the phone, which has no account. */
    @POST
    @Path("tests/{token}")
    public void reach(String token) {
        if (!TOKEN.matcher(token).matches()) throw Problem.notFound("test").refusal();
        reached.add(token);
    }
}
