package dev.podium.account;

import static dev.podium.http.Async.uni;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.podium.http.Input;
import dev.podium.http.Storable;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** A host's API tokens. */
@Path("/api/account/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@SecurityRequirement(name = "session")
@Tag(name = "account")
class TokenResource {
    private final ApiTokens tokens;
    private final SecurityIdentity identity;

    TokenResource(ApiTokens tokens, SecurityIdentity identity) {
        this.tokens = tokens;
        this.identity = identity;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record NewToken(
            @NotBlank @CodePointLength(max = Setup.MAX_NAME) @Storable @Schema(maxLength = Setup.MAX_NAME)
            String name,

            @NotNull @Size(min = 1, max = 3) @Schema(required = true)
            List<@NotNull Scope> scopes)
            implements Input {
        NewToken {
            name = name == null ? null : name.strip();
        }
    }

    /**
     * A token as its host sees it.
     *
     * @param value what a program sends as {@code Authorization: Bearer …}; only when it was made just now
     * @param usedAt as precise as some minutes; absent when it never was
     */
    @Schema(name = "ApiToken")
    record Shown(UUID id, String name, List<Scope> scopes, Instant createdAt, Instant usedAt, String value) {
        static Shown of(ApiTokens.Listed token, String value) {
            return new Shown(token.id(), token.name(), token.scopes(), token.createdAt(), token.usedAt(), value);
        }
    }

    @GET
    @Operation(operationId = "listTokens", summary = "The host's API tokens, the latest first, without their values")
    public Uni<List<Shown>> list() {
        return uni(tokens.of(SignedIn.of(identity).id()))
                .map(all -> all.stream().map(token -> Shown.of(token, null)).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "makeToken", summary = "Make an API token, whose value is told this once; 20 at most")
    @APIResponseSchema(value = Shown.class, responseCode = "201", responseDescription = "The token.")
    public Uni<RestResponse<Shown>> make(NewToken token) {
        return uni(tokens.make(SignedIn.of(identity).id(), token.name(), Set.copyOf(token.scopes())))
                .map(made -> RestResponse.status(Status.CREATED, Shown.of(made.listed(), made.value())));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "revokeToken", summary = "Revoke an API token: it opens nothing any more")
    @APIResponse(responseCode = "204", description = "Revoked.")
    public Uni<Void> revoke(@PathParam("id") UUID id) {
        return uni(tokens.revoke(SignedIn.of(identity).id(), id));
    }
}
