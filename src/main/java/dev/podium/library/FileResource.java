package dev.podium.library;

import static dev.podium.http.Async.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.account.SignedIn;
import dev.podium.http.Code;
import dev.podium.http.Problem;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Quizzes as files: in and out. */
@Path("/api/quizzes")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@SecurityRequirement(name = "session")
@Tag(name = "library")
class FileResource {
    private final Quizzes quizzes;
    private final QuizJson json;
    private final FileImport fileImport;
    private final ObjectMapper mapper;
    private final ExecutorService virtualThreads;
    private final SecurityIdentity identity;

    FileResource(
            Quizzes quizzes,
            QuizJson json,
            FileImport fileImport,
            ObjectMapper mapper,
            @VirtualThreads ExecutorService virtualThreads,
            SecurityIdentity identity) {
        this.quizzes = quizzes;
        this.json = json;
        this.fileImport = fileImport;
        this.mapper = mapper;
        this.virtualThreads = virtualThreads;
        this.identity = identity;
    }

    @POST
    @Path("import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "importQuiz",
            summary = "Make a quiz of a file; one odd row does not fail the others",
            description = "With preview, nothing is made: the answer, 200, has the questions instead of a quiz's id.")
    @APIResponseSchema(
            value = ImportReport.Shown.class,
            responseCode = "201",
            responseDescription = "The quiz, and what became of each row.")
    public Uni<RestResponse<ImportReport.Shown>> take(
            @RestForm("file") FileUpload file, @QueryParam("preview") @DefaultValue("false") boolean preview) {
        if (file == null) {
            throw Problem.invalid("file", Code.REQUIRED, "A file is required.").refusal();
        }
        var owner = owner();
        return Uni.createFrom()
                .item(() -> {
                    var report = read(file);
                    if (preview) {
                        return RestResponse.ok(report.preview());
                    }
                    var draft = report.draft();
                    return created(report, await(() -> quizzes.create(owner, draft)));
                })
                .runSubscriptionOn(virtualThreads);
    }

    private ImportReport read(FileUpload file) {
        try {
            return fileImport.read(Files.readAllBytes(file.uploadedFile()), Titles.ofFile(file.fileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @Path("{id}/export")
    @Operation(operationId = "exportQuiz", summary = "A quiz as a file")
    @APIResponseSchema(value = QuizJson.Document.class, responseDescription = "The file.")
    @RunOnVirtualThread
    public Response give(@PathParam("id") UUID id, @QueryParam("format") @DefaultValue("json") String format) {
        if (!format.equals("json")) {
            throw Problem.invalid("format", Code.UNKNOWN, "json is possible.").refusal();
        }
        var owner = owner();
        return file(await(() -> quizzes.get(owner, id)));
    }

    private static RestResponse<ImportReport.Shown> created(ImportReport report, Quiz quiz) {
        return ResponseBuilder.create(Status.CREATED, report.shown(quiz))
                .header(HttpHeaders.LOCATION, "/api/quizzes/" + quiz.id)
                .build();
    }

    private Response file(Quiz quiz) {
        return Response.ok(pretty(quiz))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(quiz.title))
                .build();
    }

    private String pretty(Quiz quiz) {
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json.document(quiz));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A quiz can always be written.", e);
        }
    }

    /** Old browsers read the first name, the others the second (RFC 6266). */
    private static String disposition(String title) {
        var encoded = URLEncoder.encode(Titles.fileName(title), StandardCharsets.UTF_8);
        return "attachment; filename=\"%s.json\"; filename*=UTF-8''%s.json"
                .formatted(Titles.asciiFileName(title), encoded);
    }

    private UUID owner() {
        return SignedIn.of(identity).id();
    }
}
