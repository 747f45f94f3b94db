package dev.podium.library;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Quizzes as files: in and out. */
@Path("/api/quizzes")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class FileResource {
    private final Quizzes quizzes;
    private final QuizJson json;
    private final JsonImport jsonImport;
    private final ObjectMapper mapper;
    private final SecurityIdentity identity;
    private final ExecutorService virtualThreads;

    FileResource(
            Quizzes quizzes,
            QuizJson json,
            JsonImport jsonImport,
            ObjectMapper mapper,
            SecurityIdentity identity,
            @VirtualThreads ExecutorService virtualThreads) {
        this.quizzes = quizzes;
        this.json = json;
        this.jsonImport = jsonImport;
        this.mapper = mapper;
        this.identity = identity;
        this.virtualThreads = virtualThreads;
    }

    @POST
    @Path("import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> take(@RestForm("file") FileUpload file) {
        if (file == null) {
            throw Problem.invalid("file", Code.REQUIRED, "A file is required.").refusal();
        }
        var owner = owner();
        return Uni.createFrom()
                .item(() -> read(file))
                .runSubscriptionOn(virtualThreads)
                .chain(report -> quizzes.create(owner, report.draft()).map(quiz -> created(report, quiz)));
    }

    @GET
    @Path("{id}/export")
    @RunOnVirtualThread
    public Uni<Response> give(UUID id, @QueryParam("format") @DefaultValue("json") String format) {
        if (!format.equals("json")) {
            throw Problem.invalid("format", Code.UNKNOWN, "json is possible.").refusal();
        }
        return quizzes.get(owner(), id).map(this::file);
    }

    private ImportReport read(FileUpload file) {
        try {
            return jsonImport.read(Files.readAllBytes(file.uploadedFile()), Titles.ofFile(file.fileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Response created(ImportReport report, Quiz quiz) {
        return Response.created(URI.create("/api/quizzes/" + quiz.id))
                .entity(report.write(quiz))
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
            throw new IllegalStateException("A tree can always be written.", e);
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
