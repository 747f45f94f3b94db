package dev.podium.games;

import static dev.podium.http.Async.await;
import static dev.podium.http.Async.uni;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.podium.account.SignedIn;
import dev.podium.address.Addresses;
import dev.podium.game.Media;
import dev.podium.game.Option;
import dev.podium.game.Plan;
import dev.podium.game.Question;
import dev.podium.game.Settings;
import dev.podium.http.Code;
import dev.podium.http.Input;
import dev.podium.http.Problem;
import dev.podium.library.ChosenSettings;
import dev.podium.library.Library;
import dev.podium.library.QuizRecord;
import dev.podium.state.Frozen;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Opening games, and the list of a host's running and past ones. */
@Path("/api/games")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@SecurityRequirement(name = "session")
@Tag(name = "games")
class GameResource {
    private static final int ID_LENGTH = 36;

    private final Library library;
    private final Opening opening;
    private final GameList games;
    private final Erasing erasing;
    private final Addresses addresses;
    private final SecurityIdentity identity;

    GameResource(
            Library library,
            Opening opening,
            GameList games,
            Erasing erasing,
            Addresses addresses,
            SecurityIdentity identity) {
        this.library = library;
        this.opening = opening;
        this.games = games;
        this.erasing = erasing;
        this.addresses = addresses;
        this.identity = identity;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record NewGame(
            @CodePointLength(max = ID_LENGTH) @Schema(format = "uuid", description = "Required without quizIds")
            String quizId,

            @Size(min = 1, max = Plan.MOST_ROUNDS) @Schema(description = "Several quizzes, a round each, in the place of one")
            List<@NotBlank @CodePointLength(max = ID_LENGTH) String> quizIds,

            @Valid ChosenSettings settings,

            @Schema(
                    defaultValue = "false",
                    description =
                            "For practice: it says so on every screen, has no report, and is gone when it is over")
            Boolean rehearsal)
            implements Input {
        /** @throws Problem.Refusal 422 where no quiz is named */
        List<String> ids() {
            if (quizIds != null) return quizIds;
            if (quizId == null || quizId.isBlank()) {
                throw Problem.invalid("quizId", Code.REQUIRED, "A quiz is required.")
                        .refusal();
            }
            return List.of(quizId);
        }
    }

    @Schema(name = "OpenedGame")
    record Opened(UUID id, String pin, String joinUrl, String screenUrl) {}

    /**
     * A game as the API shows it. The last four are absent in lists.
     *
     * @param finishedAt null while it runs
     * @param owner the name of another host, whose game it is; absent where it is one's own
     * @param rehearsal true for one; else absent
     * @param question the current one from 0; -1 in the lobby
     * @param total all questions of the quiz
     * @param media what its questions and choices show and play
     */
    @Schema(name = "Game")
    record Shown(
            UUID id,
            String title,

            @Schema(enumeration = {"lobby", "ready", "question", "reveal", "standings", "break", "finished"})
            String phase,

            int players,
            long createdAt,
            Long finishedAt,
            String owner,
            Boolean rehearsal,
            String pin,
            String joinUrl,
            String screenUrl,
            Integer question,
            Integer total,
            Settings settings,
            List<Shows> media) {}

    /** A picture, a sound or a film of a game. */
    @Schema(name = "GameMedia")
    record Shows(String url, String kind) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "openGame", summary = "Open a lobby")
    @APIResponseSchema(value = Opened.class, responseCode = "201", responseDescription = "The lobby is open.")
    @APIResponse(responseCode = "404", description = "There is no such quiz, or it is another host's, not shared.")
    @RunOnVirtualThread
    public RestResponse<Opened> open(NewGame game) {
        var owner = SignedIn.of(identity).id();
        var settings =
                game.settings() == null ? Settings.DEFAULT : game.settings().settings();
        var ids = game.ids();
        var quizzes = IntStream.range(0, ids.size())
                .mapToObj(round -> launchable(owner, ids.get(round), round))
                .toList();
        requireQuestions(quizzes, game.quizIds() == null ? "quizId" : "quizIds");
        var frozen = await(opening.open(owner, quizzes, settings, Boolean.TRUE.equals(game.rehearsal())));
        return ResponseBuilder.create(Status.CREATED, opened(frozen))
                .header(HttpHeaders.LOCATION, "/api/games/" + frozen.id())
                .build();
    }

    /** What is not finished about the first quiz is said as if it were the only one; of others, which of them it is. */
    private QuizRecord launchable(UUID owner, String id, int round) {
        try {
            return library.launchable(owner, quizId(id));
        } catch (Problem.Refusal refusal) {
            throw round == 0
                    ? refusal
                    : refusal.problem().within("quizIds[" + round + "]").refusal();
        }
    }

    @GET
    @Operation(
            operationId = "listGames",
            summary = "The host's running and past games, newest first, 200 at most at a time",
            description = "While there are more, the header `Link` leads to the next ones: rel=next.")
    @APIResponseSchema(value = Shown[].class, responseDescription = "Some of them.")
    public Uni<RestResponse<List<Shown>>> list(
            @Parameter(description = "Those of one quiz alone, the newest 200", schema = @Schema(format = "uuid"))
                    @QueryParam("quiz")
                    UUID quiz,
            @Parameter(description = "As the link to the next ones says") @QueryParam("after") String after,
            @Parameter(schema = @Schema(minimum = "1", maximum = "200")) @QueryParam("limit") @DefaultValue("200")
                    int limit) {
        if (limit < 1 || limit > GameList.MOST)
            throw Problem.invalid("limit", Code.OUT_OF_RANGE, "From 1 to " + GameList.MOST + ".")
                    .refusal();
        var host = SignedIn.of(identity).id();
        return uni(quiz == null ? games.page(host, after, limit) : games.ofQuiz(host, quiz))
                .map(page -> {
                    var shown = ResponseBuilder.ok(page.games().stream()
                            .map(summary -> shown(summary, null))
                            .toList());
                    return page.next() == null
                            ? shown.build()
                            : shown.header(
                                            HttpHeaders.LINK,
                                            "</api/games?limit=" + limit + "&after=" + page.next() + ">; rel=\"next\"")
                                    .build();
                });
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getGame", summary = "One game")
    public Uni<Shown> one(@PathParam("id") UUID id) {
        return uni(games.one(SignedIn.of(identity).id(), id))
                .map(found -> found.orElseThrow(() -> Problem.notFound("game").refusal()))
                .map(detail -> shown(detail.summary(), detail));
    }

    /** What was stored of a game and of those who played it is gone for good. */
    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteGame", summary = "Delete a game that is over, with its players and their answers")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "409", description = "It still runs.")
    public Uni<Void> delete(@PathParam("id") UUID id) {
        var owner = SignedIn.of(identity).id();
        return uni(games.delete(owner, id)
                .compose(deleted -> deleted
                        ? Future.<Void>succeededFuture()
                        : games.one(owner, id).map(GameResource::refuseToDelete)));
    }

    /** A person asked for it: nothing that was stored of the one player stays. */
    @DELETE
    @Path("{id}/players/{player}")
    @Operation(
            operationId = "deletePlayer",
            summary = "Delete what is stored of one player of a game that is over; the others move up")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "409", description = "The game still runs: remove the player from it.")
    public Uni<Void> deletePlayer(@PathParam("id") UUID id, @PathParam("player") UUID player) {
        var owner = SignedIn.of(identity).id();
        return uni(erasing.erase(owner, id, player)
                .compose(deleted -> deleted
                        ? Future.<Void>succeededFuture()
                        : games.one(owner, id).map(found -> refuseToErase(found))));
    }

    private static Void refuseToErase(Optional<GameList.Detail> found) {
        if (found.isPresent() && found.get().summary().finishedAt() != null)
            throw Problem.notFound("player").refusal();
        return refuseToDelete(found);
    }

    /** A game that is steered with others is its owner's to delete. */
    private static Void refuseToDelete(Optional<GameList.Detail> found) {
        throw found.map(detail -> detail.summary().owner() == null
                        ? Problem.of(409, "Still running", "End the game first.")
                        : Problem.forbidden("The game is another host's."))
                .orElseGet(() -> Problem.notFound("game"))
                .refusal();
    }

    private Opened opened(Frozen frozen) {
        return new Opened(
                frozen.id(), frozen.pin(), addresses.joinUrl(frozen.pin()), addresses.screenUrl(frozen.screenToken()));
    }

    /** @param detail null in lists */
    private Shown shown(GameList.Summary summary, GameList.Detail detail) {
        var plan = detail == null ? null : detail.row().frozen().plan();
        return new Shown(
                summary.id(),
                summary.title(),
                summary.phase(),
                summary.players(),
                summary.createdAt(),
                summary.finishedAt(),
                summary.owner(),
                summary.rehearsal() ? true : null,
                summary.pin(),
                addresses.joinUrl(summary.pin()),
                addresses.screenUrl(summary.screenToken()),
                plan == null ? null : (Integer) detail.row().game().question(),
                plan == null ? null : (Integer) plan.size(),
                plan == null ? null : plan.settings(),
                plan == null ? null : media(plan));
    }

    private static List<Shows> media(Plan plan) {
        return plan.questions().stream()
                .flatMap(question -> Stream.concat(
                        Stream.ofNullable(question.media()),
                        switch (question) {
                            case Question.Choice q -> q.choices().stream().map(Option::media);
                            case Question.Poll q -> q.choices().stream().map(Option::media);
                            default -> Stream.<Media>empty();
                        }))
                .filter(Objects::nonNull)
                .map(media -> new Shows(media.url(), media.kind()))
                .distinct()
                .toList();
    }

    private static void requireQuestions(List<QuizRecord> quizzes, String field) {
        if (quizzes.stream().anyMatch(quiz -> quiz.questions().isEmpty())) {
            throw Problem.invalid(field, Code.TOO_FEW, "The quiz has no questions yet.")
                    .refusal();
        }
        if (quizzes.stream().mapToInt(quiz -> quiz.questions().size()).sum() > Plan.MOST_QUESTIONS) {
            throw Problem.invalid(field, Code.TOO_MANY, "At most " + Plan.MOST_QUESTIONS + " questions are possible.")
                    .refusal();
        }
    }

    /** An id that is none leads to no quiz. */
    private static UUID quizId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("quiz").refusal();
        }
    }
}
