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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** A game's report, for its host. */
@Path("/api/games/{id}/report")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
@Authenticated
class ReportResource {
    private final ReportReader reports;
    private final SecurityIdentity identity;

    ReportResource(ReportReader reports, SecurityIdentity identity) {
        this.reports = reports;
        this.identity = identity;
    }

    /** @param format json or csv */
    @GET
    public Uni<Response> read(UUID id, @QueryParam("format") @DefaultValue("json") String format) {
        if (!format.equals("json") && !format.equals("csv")) {
            throw Problem.invalid("format", Code.UNKNOWN, "json and csv are possible.")
                    .refusal();
        }
        var owner = SignedIn.of(identity).id();
        return Uni.createFrom()
                .completionStage(() -> reports.read(owner, id).toCompletionStage())
                .map(report -> report.orElseThrow(() -> Problem.notFound("game").refusal()))
                .map(report -> format.equals("csv") ? csv(report) : json(report));
    }

    private static Response json(Report report) {
        return Response.ok(ReportJson.write(report), MediaType.APPLICATION_JSON).build();
    }

    private static Response csv(Report report) {
        return Response.ok(ReportCsv.write(report), "text/csv; charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"podium-" + report.game().pin() + ".csv\"")
                .build();
    }
}
