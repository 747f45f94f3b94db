package dev.podium.library;

import static dev.podium.http.Async.await;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.podium.account.SignedIn;
import dev.podium.http.Input;
import dev.podium.http.Problem;
import dev.podium.http.Storable;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.validator.constraints.CodePointLength;

/** An owner shares a quiz: with hosts of this installation, or with whoever has a link. */
@Path("/api/quizzes")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@SecurityRequirement(name = "session")
@Tag(name = "library")
@RunOnVirtualThread
class ShareResource {
    private static final int EMAIL = 254;

    private final Quizzes quizzes;
    private final Shares shares;
    private final SecurityIdentity identity;

    ShareResource(Quizzes quizzes, Shares shares, SecurityIdentity identity) {
        this.quizzes = quizzes;
        this.shares = shares;
        this.identity = identity;
    }

    public enum GuestRight {
        SEE,
        LAUNCH,
        EDIT;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum LinkRight {
        SEE,
        COPY;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param email of a host of this installation */
    @Schema(name = "ChosenGuest")
    record ChosenGuest(
            @NotBlank @CodePointLength(max = EMAIL) @Storable
            String email,

            @NotNull GuestRight may) implements Input {}

    @Schema(name = "ChosenLink")
    record ChosenLink(@NotNull LinkRight may) implements Input {}

    @GET
    @Path("{id}/shares")
    @Operation(operationId = "listShares", summary = "With whom a quiz is shared; for its owner")
    public Shares.Shared list(@PathParam("id") UUID id) {
        own(id);
        return await(shares.of(id));
    }

    @PUT
    @Path("{id}/shares")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "shareQuiz",
            summary = "Let another host see, launch or edit a quiz",
            description = "Who may launch may also see, who may edit may also launch.")
    public Shares.Shared share(@PathParam("id") UUID id, ChosenGuest guest) {
        own(id);
        await(shares.share(host(), id, guest.email(), Right.of(guest.may().wireName())));
        return await(shares.of(id));
    }

    @DELETE
    @Path("{id}/shares/{host}")
    @Operation(operationId = "unshareQuiz", summary = "Share a quiz with a host no longer; that host may leave it, too")
    @APIResponse(responseCode = "204", description = "It is not shared with that host any more.")
    public void unshare(@PathParam("id") UUID id, @PathParam("host") UUID guest) {
        if (!guest.equals(host())) own(id);
        if (!await(shares.unshare(id, guest))) throw Problem.notFound("share").refusal();
    }

    @PUT
    @Path("{id}/link")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "linkQuiz", summary = "Share a quiz with whoever has its link")
    public Shares.Link link(@PathParam("id") UUID id, ChosenLink link) {
        own(id);
        return await(shares.link(id, link.may().wireName()));
    }

    @DELETE
    @Path("{id}/link")
    @Operation(operationId = "unlinkQuiz", summary = "Let the link lead nowhere; the next one is another")
    @APIResponse(responseCode = "204", description = "It leads nowhere.")
    public void unlink(@PathParam("id") UUID id) {
        own(id);
        await(shares.unlink(id));
    }

    private void own(UUID id) {
        var host = host();
        await(() -> quizzes.get(host, id, Right.OWN));
    }

    private UUID host() {
        return SignedIn.of(identity).id();
    }
}
