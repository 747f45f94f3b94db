package dev.podium.report;

import dev.podium.account.SignedIn;
import dev.podium.http.Code;
import dev.podium.http.Problem;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A game's report, for its host. */
@Path("/api/games/{id}/report")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
@Authenticated
@SecurityRequirement(name = "session")
@Tag(name = "games")
class ReportResource {
    private static final Set<String> FORMATS = Set.of("json", "csv", "xlsx");
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ReportReader reports;
    private final SecurityIdentity identity;

    ReportResource(ReportReader reports, SecurityIdentity identity) {
        this.reports = reports;
        this.identity = identity;
    }

    /** @param format json, csv or xlsx */
    @GET
    @Operation(operationId = "getReport", summary = "What happened, per question and per player")
    @APIResponseSchema(value = ReportSchema.class, responseDescription = "The report.")
    public Uni<Response> read(@PathParam("id") UUID id, @QueryParam("format") @DefaultValue("json") String format) {
        if (!FORMATS.contains(format)) {
            throw Problem.invalid("format", Code.UNKNOWN, "json, csv and xlsx are possible.")
                    .refusal();
        }
        var owner = SignedIn.of(identity).id();
        return Uni.createFrom()
                .completionStage(() -> reports.read(owner, id).toCompletionStage())
                .map(report -> report.orElseThrow(() -> Problem.notFound("game").refusal()))
                .map(report -> switch (format) {
                    case "csv" -> file(report, ReportCsv.write(report), "text/csv; charset=utf-8", "csv");
                    case "xlsx" -> file(report, ReportXlsx.write(report), SHEET, "xlsx");
                    default -> json(report);
                });
    }

    private static Response json(Report report) {
        return Response.ok(ReportJson.write(report), MediaType.APPLICATION_JSON).build();
    }

    private static Response file(Report report, Object content, String type, String ending) {
        return Response.ok(content, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"podium-" + report.game().pin() + "." + ending + "\"")
                .build();
    }
}
