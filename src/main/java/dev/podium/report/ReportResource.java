package dev.podium.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.account.SignedIn;
import dev.podium.configuration.Configuration;
import dev.podium.http.Code;
import dev.podium.http.Problem;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * A game's report, for its host. It goes out as fast as it is taken, and no faster; what is broken off, here or there, breaks
 * its connection off, so that nobody takes a part for the whole.
 */
@Path("/api/games/{id}/report")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
@Authenticated
@SecurityRequirement(name = "session")
@Tag(name = "games")
class ReportResource {
    private static final Set<String> FORMATS = Set.of("json", "csv", "xlsx");
    private static final Map<String, Character> SEPARATORS = Map.of("comma", ',', "semicolon", ';', "tab", '\t');
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ReportReader reports;
    private final Turns turns;
    private final ObjectMapper mapper;
    private final Vertx vertx;
    private final SecurityIdentity identity;
    private final long longestMs;

    ReportResource(
            ReportReader reports,
            Turns turns,
            ObjectMapper mapper,
            Vertx vertx,
            SecurityIdentity identity,
            Configuration settings) {
        this.reports = reports;
        this.turns = turns;
        this.mapper = mapper;
        this.vertx = vertx;
        this.identity = identity;
        this.longestMs = settings.report().longestMs();
    }

    /**
     * @param format json, csv or xlsx
     * @param separator of the CSV: comma, semicolon or tab
     * @param players false for a JSON without them, to be held beside another game's
     */
    @GET
    @Operation(operationId = "getReport", summary = "What happened, per question and per player")
    @APIResponseSchema(value = ReportSchema.class, responseDescription = "The report.")
    @RunOnVirtualThread
    public Response read(
            @PathParam("id") UUID id,
            @QueryParam("format") @DefaultValue("json") String format,
            @QueryParam("separator") @DefaultValue("comma") String separator,
            @QueryParam("players") @DefaultValue("true") boolean players,
            @Context HttpServerRequest request) {
        if (!FORMATS.contains(format)) {
            throw Problem.invalid("format", Code.UNKNOWN, "json, csv and xlsx are possible.")
                    .refusal();
        }
        var between = SEPARATORS.get(separator);
        if (between == null) {
            throw Problem.invalid("separator", Code.UNKNOWN, "comma, semicolon and tab are possible.")
                    .refusal();
        }
        var pin = reports.pin(SignedIn.of(identity).id(), id)
                .orElseThrow(() -> Problem.notFound("game").refusal());
        StreamingOutput report = out -> write(id, writer(format, between, players, out), request.response());
        return switch (format) {
            case "csv" -> file(report, "text/csv; charset=utf-8", pin, "csv");
            case "xlsx" -> file(report, SHEET, pin, "xlsx");
            default -> Response.ok(report, MediaType.APPLICATION_JSON).build();
        };
    }

    private void write(UUID id, ReportWriter writer, HttpServerResponse response) throws IOException {
        try (var _ = turns.next()) {
            long end = vertx.setTimer(longestMs, timer -> response.reset());
            try {
                reports.read(id, writer);
            } finally {
                vertx.cancelTimer(end);
            }
        }
    }

    private ReportWriter writer(String format, char separator, boolean players, OutputStream out) throws IOException {
        return switch (format) {
            case "csv" -> new ReportCsv(out, separator);
            case "xlsx" -> new ReportXlsx(out);
            default -> new ReportJson(mapper.createGenerator(out), players);
        };
    }

    private static Response file(StreamingOutput report, String type, String pin, String ending) {
        return Response.ok(report, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"podium-" + pin + "." + ending + "\"")
                .build();
    }
}
