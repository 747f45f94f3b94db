package dev.podium.library;

import static dev.podium.http.Async.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.podium.account.SignedIn;
import dev.podium.formats.Columns;
import dev.podium.formats.Formats;
import dev.podium.formats.TextFile;
import dev.podium.formats.Written;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    /** XML has its pictures inside, and is held in memory as a whole. */
    static final int MAX_XML_BYTES = 8 * 1024 * 1024;

    private static final int HEAD = 64;

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
            summary = "Make a quiz of a file, or add to one; one odd row does not fail the others",
            description =
                    "With `preview`, nothing is stored: the answer, 200, has each row's question. With `into`, the"
                            + " rows follow the questions of that quiz; else a new one is made, 201. Pictures and"
                            + " sounds inside the file come along.")
    @APIResponseSchema(
            value = ImportReport.Shown.class,
            responseCode = "201",
            responseDescription = "The quiz, and what became of each row.")
    @APIResponse(responseCode = "404", description = "There is no quiz to add to.")
    @APIResponse(responseCode = "412", description = "Somebody saved that quiz meanwhile: send the file again.")
    public Uni<RestResponse<ImportReport.Shown>> take(
            @RestForm("file") FileUpload file,
            @QueryParam("preview") @DefaultValue("false") boolean preview,
            @Parameter(
                            description =
                                    "With `preview`: keep the file's pictures and sounds all the same, for who adds the"
                                            + " questions without sending the file again")
                    @QueryParam("media")
                    @DefaultValue("false")
                    boolean media,
            @Parameter(description = "The quiz the questions are added to") @QueryParam("into") UUID into,
            @Parameter(
                            description =
                                    "What a table's columns hold, as in `question,choice,choice,correct,none`; further"
                                            + " words are `type`, `wrong`, `time`, `explanation` and `image`")
                    @QueryParam("columns")
                    String columns,
            @Parameter(description = "With `columns`: the line or row of the first question")
                    @QueryParam("first")
                    @DefaultValue("1")
                    int first) {
        if (file == null) {
            throw Problem.invalid("file", Code.REQUIRED, "A file is required.").refusal();
        }
        var owner = owner();
        return Uni.createFrom()
                .item(() -> {
                    var quiz = into == null ? null : await(() -> quizzes.get(owner, into, Right.EDIT));
                    var before = quiz == null ? JsonNodeFactory.instance.arrayNode() : json.questionsAsStored(quiz);
                    var archive = archives.read(file.uploadedFile());
                    var report = read(archive, file, Math.max(0, Limits.QUESTIONS - before.size()), columns, first);
                    var enclosed = archive.map(Archive::media).orElse(report.media());
                    if (preview) {
                        var shown = RestResponse.ok(report.preview());
                        return media ? archives.keep(owner, enclosed, () -> shown) : shown;
                    }
                    report.orRefusal();
                    Supplier<Quiz> store = quiz == null
                            ? made(owner, report.draft())
                            : added(owner, quiz, report.after(quiz.draft(), before));
                    var stored = archives.keep(owner, enclosed, store);
                    return quiz == null ? created(report, stored) : RestResponse.ok(report.shown(stored));
                })
                .runSubscriptionOn(virtualThreads);
    }

    private ImportReport read(Optional<Archive> archive, FileUpload file, int room, String columns, int first) {
        try {
            if (archive.isEmpty() && file.size() > MAX_BYTES) {
                var most = isXml(file) ? MAX_XML_BYTES : MAX_BYTES;
                if (file.size() > most)
                    throw Problem.tooLarge("Of such a file, at most %d MiB are possible.".formatted(most >> 20))
                            .refusal();
            }
            var bytes = archive.isPresent() ? archive.get().quiz() : Files.readAllBytes(file.uploadedFile());
            var title = Titles.ofFile(file.fileName());
            return columns == null
                    ? fileImport.read(bytes, title, room)
                    : fileImport.read(bytes, title, room, Columns.parse(columns), first);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isXml(FileUpload file) throws IOException {
        try (var in = Files.newInputStream(file.uploadedFile())) {
            return TextFile.read(in.readNBytes(HEAD)).stripLeading().startsWith("<");
        }
    }

    private Supplier<Quiz> made(UUID owner, QuizDraft draft) {
        return () -> await(() -> quizzes.create(owner, draft));
    }

    private Supplier<Quiz> added(UUID owner, Quiz quiz, QuizDraft grown) {
        return () -> await(() -> quizzes.replace(owner, quiz.id, Version.etag(quiz.version), grown));
    }

    @GET
    @Path("{id}/export")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "exportQuiz",
            summary = "A quiz as a file",
            description =
                    "`json` has everything, `zip` its pictures and sounds as well; `kahoot` (a spreadsheet), `gift`"
                            + " and `moodle` have what these programs know: see `losses`.")
    @APIResponseSchema(value = QuizJson.Document.class, responseDescription = "The file.")
    @RunOnVirtualThread
    public Response give(@PathParam("id") UUID id, @QueryParam("format") @DefaultValue("json") String format) {
        if (!format.equals("json") && !format.equals("zip")) known(format);
        var owner = owner();
        var quiz = await(() -> quizzes.get(owner, id, Right.SEE));
        if (format.equals("json")) return file(quiz.title, pretty(quiz, owner), MediaType.APPLICATION_JSON, "json");
        if (format.equals("zip")) {
            var document = pretty(quiz, owner);
            return file(quiz.title, (StreamingOutput) out -> archives.write(document, out), ZIP, "zip");
        }
        var written = Formats.write(format, json.questionsAsStored(quiz), new Attachments(archives, true));
        return file(quiz.title, written.file(), written.mediaType(), written.extension());
    }

    @GET
    @Path("{id}/losses")
    @Operation(
            operationId = "listLosses",
            summary = "What a file of another program cannot hold of a quiz",
            description = "An empty `field`: the question is not in the file at all.")
    @RunOnVirtualThread
    public List<Loss> losses(@PathParam("id") UUID id, @QueryParam("format") @DefaultValue("") String format) {
        known(format);
        var owner = owner();
        var quiz = await(() -> quizzes.get(owner, id, Right.SEE));
        return Formats.write(format, json.questionsAsStored(quiz), new Attachments(archives, false)).lost().stream()
                .map(Loss::of)
                .toList();
    }

    /** @param row the question's place in the quiz, from 1 */
    @Schema(name = "ExportLoss")
    record Loss(@Schema(minimum = "1") int row, String field, Code code, String message) {
        static Loss of(Written.Loss loss) {
            return new Loss(
                    loss.question(),
                    loss.what().field(),
                    loss.what().code(),
                    loss.what().message());
        }
    }

    private static void known(String format) {
        if (!Formats.WRITTEN.contains(format)) {
            throw Problem.invalid("format", Code.UNKNOWN, "One of json, zip, kahoot, gift and moodle is expected.")
                    .refusal();
        }
    }

    private static RestResponse<ImportReport.Shown> created(ImportReport report, Quiz quiz) {
        return ResponseBuilder.create(Status.CREATED, report.shown(quiz))
                .header(HttpHeaders.LOCATION, "/api/quizzes/" + quiz.id)
                .build();
    }

    private static Response file(String title, Object file, String mediaType, String extension) {
        return Response.ok(file, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(title, extension))
                .build();
    }

    private byte[] pretty(Quiz quiz, UUID host) {
        try {
            return mapper.writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(json.document(quiz, quiz.owner.equals(host)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A quiz can always be written.", e);
        }
    }

    /** Old browsers read the first name, the others the second (RFC 6266). */
    private static String disposition(String title, String extension) {
        var encoded = URLEncoder.encode(Titles.fileName(title), StandardCharsets.UTF_8);
        return "attachment; filename=\"%s.%s\"; filename*=UTF-8''%s.%s"
                .formatted(Titles.asciiFileName(title), extension, encoded, extension);
    }

    private UUID owner() {
        return SignedIn.of(identity).id();
    }
}
