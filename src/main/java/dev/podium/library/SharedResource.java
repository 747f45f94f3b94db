package dev.podium.library;

import static dev.podium.http.Async.await;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.podium.account.SignedIn;
import dev.podium.http.ClientAddress;
import dev.podium.http.Problem;
import dev.podium.http.RateLimit;
import dev.podium.http.Texts;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Quizzes as whoever has their link sees them. Links that lead nowhere are counted, by address: nobody finds one by trying. */
@Path("/api/shared/{token}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "library")
@ApplicationScoped
@RunOnVirtualThread
class SharedResource {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ALLOWED = 60;
    private static final int ADDRESSES = 10_000;
    private static final int LONGEST = 64;

    private final RateLimit misses = new RateLimit(ALLOWED, WINDOW, ADDRESSES, System::nanoTime);
    private final Quizzes quizzes;
    private final Shares shares;
    private final ClientAddress address;
    private final SecurityIdentity identity;

    SharedResource(Quizzes quizzes, Shares shares, ClientAddress address, SecurityIdentity identity) {
        this.quizzes = quizzes;
        this.shares = shares;
        this.address = address;
        this.identity = identity;
    }

    /** A quiz with its keys, and what its link permits. */
    @RegisterForReflection
    @Schema(name = "SharedQuiz")
    record Seen(
            String title,
            String description,
            String language,

            @JsonRawValue @Schema(implementation = QuestionSchema[].class)
            String questions,

            @Schema(enumeration = {"see", "copy"}) String may) {}

    @GET
    @Operation(operationId = "getSharedQuiz", summary = "The quiz a link leads to, for everybody who has the link")
    @APIResponseSchema(value = Seen.class, responseDescription = "There it is.")
    @APIResponse(
            responseCode = "429",
            description = "Too many links that lead nowhere; Retry-After says when to go on.")
    public Seen get(@PathParam("token") String token, @Context HttpServerRequest request) {
        var target = target(token, request);
        var quiz = await(() -> quizzes.linked(target.quiz()));
        if (quiz == null) throw Problem.notFound("quiz").refusal();
        return new Seen(quiz.title, quiz.description, quiz.language, quiz.questions, target.may());
    }

    @POST
    @Path("copy")
    @Authenticated
    @SecurityRequirement(name = "session")
    @Operation(operationId = "copySharedQuiz", summary = "Copy the quiz a link leads to into one's own library")
    @APIResponseSchema(value = QuizJson.Shown.class, responseCode = "201", responseDescription = "The copy, kept.")
    @APIResponse(responseCode = "403", description = "The link is for looking only.")
    @APIResponse(
            responseCode = "429",
            description = "Too many links that lead nowhere; Retry-After says when to go on.")
    public RestResponse<QuizJson.Shown> copy(@PathParam("token") String token, @Context HttpServerRequest request) {
        var host = SignedIn.of(identity).id();
        var target = target(token, request);
        if (!target.may().equals("copy")) {
            throw Problem.forbidden("The link is for looking only.").refusal();
        }
        UUID quiz = target.quiz();
        var copy = await(() -> quizzes.copyLinked(host, quiz));
        return ResponseBuilder.create(Status.CREATED, QuizJson.shown(copy))
                .header(HttpHeaders.LOCATION, "/api/quizzes/" + copy.id)
                .header(HttpHeaders.ETAG, Version.etag(copy.version))
                .build();
    }

    private Shares.Target target(String token, HttpServerRequest request) {
        if (token.length() <= LONGEST && Texts.storable(token)) {
            var found = await(shares.target(token));
            if (found.isPresent()) return found.get();
        }
        var wait = misses.take(address.of(request));
        if (!wait.isZero()) {
            throw Problem.of(429, "Too many tries", "Wait a minute, then try again.")
                    .refusal(wait);
        }
        throw Problem.notFound("quiz").refusal();
    }
}
