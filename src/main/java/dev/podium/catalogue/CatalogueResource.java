package dev.podium.catalogue;

import static dev.podium.http.Async.uni;

import dev.podium.account.SignedIn;
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
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.validator.constraints.CodePointLength;

/** A host's quizzes as lists, and what can be done with several of them at once: all of it, or nothing. */
@Path("/api/library")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@SecurityRequirement(name = "session")
@Tag(name = "library")
class CatalogueResource {
    private final Catalogue catalogue;
    private final Arranging arranging;
    private final SecurityIdentity identity;

    CatalogueResource(Catalogue catalogue, Arranging arranging, SecurityIdentity identity) {
        this.catalogue = catalogue;
        this.arranging = arranging;
        this.identity = identity;
    }

    @Schema(name = "ChosenQuizzes")
    record Chosen(
            @NotNull @Size(min = 1, max = Wish.LARGEST) Set<@NotNull UUID> quizzes) implements Input {}

    /** @param folder null: out of any folder */
    @Schema(name = "QuizMove")
    record Move(@NotNull @Size(min = 1, max = Wish.LARGEST) Set<@NotNull UUID> quizzes, UUID folder) implements Input {}

    @Schema(name = "QuizTagging")
    record Tagging(
            @NotNull @Size(min = 1, max = Wish.LARGEST) Set<@NotNull UUID> quizzes,
            @Size(max = Tags.MOST) List<@NotBlank @CodePointLength(max = Tags.LONGEST) @Storable String> add,
            @Size(max = Tags.MOST) List<@NotBlank @CodePointLength(max = Tags.LONGEST) @Storable String> remove)
            implements Input {}

    @GET
    @Operation(
            operationId = "pageQuizzes",
            summary =
                    "Some of the host's quizzes: of a folder, with a tag, with words in them; from others, or from the trash",
            description = "`search`: each word has to be somewhere, in the title, the description, a tag, a question or"
                    + " an answer, whatever its case and accents; also as a part of a word, or in another form of it.")
    @APIResponseSchema(value = Catalogue.Page.class, responseDescription = "Some of them.")
    @APIResponse(responseCode = "422", description = "A parameter is none of what is possible.")
    public Uni<Catalogue.Page> page(
            @Parameter(description = "`all`, `shared` (by others with this host) or `trash`")
                    @QueryParam("view")
                    @DefaultValue("all")
                    String view,
            @QueryParam("folder") UUID folder,
            @QueryParam("tag") String tag,
            @QueryParam("search") @DefaultValue("") String search,
            @Parameter(
                            description =
                                    "`changed`, `created` (the latest first) or `title`; the trash is sorted by when"
                                            + " something was thrown away")
                    @QueryParam("sort")
                    @DefaultValue("changed")
                    String sort,
            @Parameter(description = "`next` of the page before") @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return uni(catalogue.page(host(), Wish.read(view, folder, tag, search, sort, after, limit)));
    }

    @GET
    @Path("places")
    @Operation(operationId = "listPlaces", summary = "The host's folders and tags, and how many quizzes are where")
    public Uni<Arranging.Places> places() {
        return uni(arranging.places(host()));
    }

    @POST
    @Path("move")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "moveQuizzes", summary = "Put quizzes into a folder, or out of any")
    @APIResponse(responseCode = "204", description = "They are there.")
    @APIResponse(responseCode = "404", description = "One of them is not there, or another host's: none is moved.")
    public Uni<Void> move(Move move) {
        return uni(arranging.move(host(), move.quizzes(), move.folder()));
    }

    @POST
    @Path("tag")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "tagQuizzes", summary = "Give tags to quizzes, and take others from them")
    @APIResponse(responseCode = "204", description = "They have them.")
    @APIResponse(responseCode = "404", description = "One of them is not there, or another host's: none is changed.")
    public Uni<Void> tag(Tagging tagging) {
        return uni(arranging.tag(host(), tagging.quizzes(), Tags.of(tagging.add()), Tags.of(tagging.remove())));
    }

    @POST
    @Path("trash")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "trashQuizzes", summary = "Move quizzes to the trash, where they stay for 30 days")
    @APIResponse(responseCode = "204", description = "They are in the trash.")
    @APIResponse(responseCode = "404", description = "One of them is not there, or another host's: none is moved.")
    public Uni<Void> trash(Chosen chosen) {
        return uni(arranging.trash(host(), chosen.quizzes()));
    }

    @POST
    @Path("restore")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "restoreQuizzes", summary = "Bring quizzes back from the trash, as they were")
    @APIResponse(responseCode = "204", description = "They are back.")
    @APIResponse(responseCode = "404", description = "One of them is not in the trash: none is brought back.")
    public Uni<Void> restore(Chosen chosen) {
        return uni(arranging.restore(host(), chosen.quizzes()));
    }

    @POST
    @Path("erase")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "eraseQuizzes", summary = "Delete quizzes that are in the trash, for good")
    @APIResponse(responseCode = "204", description = "They are gone.")
    @APIResponse(responseCode = "404", description = "One of them is not in the trash: none is deleted.")
    public Uni<Void> erase(Chosen chosen) {
        return uni(arranging.erase(host(), chosen.quizzes()));
    }

    @DELETE
    @Path("trash")
    @Operation(operationId = "emptyTrash", summary = "Delete all that is in the trash, for good")
    @APIResponse(responseCode = "204", description = "It is empty.")
    public Uni<Void> empty() {
        return uni(arranging.empty(host()));
    }

    private UUID host() {
        return SignedIn.of(identity).id();
    }
}
