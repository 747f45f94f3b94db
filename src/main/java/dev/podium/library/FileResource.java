package dev.podium.library;

import static dev.podium.http.Async.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.account.SignedIn;
import dev.podium.http.Code;
import dev.podium.http.Problem;
import dev.podium.media.Archive;
import dev.podium.media.Archives;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
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
    private static final String ZIP = "application/zip";

    /** Of a file without media. */
    private static final int MAX_BYTES = 2 * 1024 * 1024;

    private final Quizzes quizzes;
    private final QuizJson json;
    private final FileImport fileImport;
    private final Archives archives;
    private final ObjectMapper mapper;
    private final ExecutorService virtualThreads;
    private final SecurityIdentity identity;

    FileResource(
            Quizzes quizzes,
            QuizJson json,
            FileImport fileImport,
            Archives archives,
            ObjectMapper mapper,
            @VirtualThreads ExecutorService virtualThreads,
            SecurityIdentity identity) {
        this.quizzes = quizzes;
        this.json = json;
        this.fileImport = fileImport;
        this.archives = archives;
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
                    var archive = archives.read(file.uploadedFile());
                    var report = read(archive, file);
                    if (preview) {
                        return RestResponse.ok(report.preview());
                    }
                    var draft = report.draft();
                    Supplier<Quiz> create = () -> await(() -> quizzes.create(owner, draft));
                    return created(
                            report, archive.isPresent() ? archives.keep(owner, archive.get(), create) : create.get());
                })
                .runSubscriptionOn(virtualThreads);
    }

    private ImportReport read(Optional<Archive> archive, FileUpload file) {
        try {
            if (archive.isEmpty() && file.size() > MAX_BYTES) {
                throw Problem.tooLarge("Without pictures and sounds, at most 2 MiB are possible.")
                        .refusal();
            }
            var bytes = archive.isPresent() ? archive.get().quiz() : Files.readAllBytes(file.uploadedFile());
            return fileImport.read(bytes, Titles.ofFile(file.fileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @Path("{id}/export")
    @Operation(operationId = "exportQuiz", summary = "A quiz as a file; as zip, with its pictures and sounds")
    @APIResponseSchema(value = QuizJson.Document.class, responseDescription = "The file.")
    @Produces({MediaType.APPLICATION_JSON, ZIP})
    @RunOnVirtualThread
    public Response give(@PathParam("id") UUID id, @QueryParam("format") @DefaultValue("json") String format) {
        if (!format.equals("json") && !format.equals("zip")) {
            throw Problem.invalid("format", Code.UNKNOWN, "json and zip are possible.")
                    .refusal();
        }
        var owner = owner();
        var quiz = await(() -> quizzes.get(owner, id));
        var document = pretty(quiz);
        return format.equals("zip")
                ? file((StreamingOutput) out -> archives.write(document, out), ZIP, quiz, format)
                : file(document, MediaType.APPLICATION_JSON, quiz, format);
    }

    private static RestResponse<ImportReport.Shown> created(ImportReport report, Quiz quiz) {
        return ResponseBuilder.create(Status.CREATED, report.shown(quiz))
                .header(HttpHeaders.LOCATION, "/api/quizzes/" + quiz.id)
                .build();
    }

    private static Response file(Object content, String type, Quiz quiz, String ending) {
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(quiz.title, ending))
                .build();
    }

    private byte[] pretty(Quiz quiz) {
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(json.document(quiz));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A quiz can always be written.", e);
        }
    }

    /** Old browsers read the first name, the others the second (RFC 6266). */
    private static String disposition(String title, String ending) {
        var encoded = URLEncoder.encode(Titles.fileName(title), StandardCharsets.UTF_8);
        return "attachment; filename=\"%s.%s\"; filename*=UTF-8''%s.%s"
                .formatted(Titles.asciiFileName(title), ending, encoded, ending);
    }

    private UUID owner() {
        return SignedIn.of(identity).id();
    }
}
