package dev.podium.seat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.podium.http.Async;
import dev.podium.http.ClientAddress;
import dev.podium.http.Input;
import dev.podium.http.Problem;
import dev.podium.http.RateLimit;
import dev.podium.http.Storable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.validator.constraints.CodePointLength;

/** Where a phone asks for the code by which its seat moves to another one. The seat's ticket is who asks. */
@Path("/api/play/handover")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "games")
class HandoverResource {
    private static final int TICKET_LENGTH = 64;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    /** Codes of one seat in a window; each takes the place of the one before. */
    private static final int CODES = 12;

    private static final int SEATS = 10_000;

    private final Handovers handovers;
    private final Misses misses;
    private final ClientAddress address;
    private final RateLimit codes = new RateLimit(CODES, WINDOW, SEATS, System::nanoTime);

    HandoverResource(Handovers handovers, Misses misses, ClientAddress address) {
        this.handovers = handovers;
        this.misses = misses;
        this.address = address;
    }

    /** @param n the counter that the phone raises before each attempt */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Asking(
            @NotBlank @CodePointLength(max = TICKET_LENGTH) @Storable @Schema(maxLength = TICKET_LENGTH)
            String ticket,

            Long n)
            implements Input {}

    @Schema(name = "Handover")
    record Handover(String code) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "handOver",
            summary = "A code, good once and for a minute, by which another phone joins with this seat")
    @APIResponseSchema(value = Handover.class, responseDescription = "An earlier code of the seat is good no more.")
    @APIResponse(responseCode = "404", description = "The ticket has no seat.")
    @APIResponse(responseCode = "409", description = "Another phone has the seat already.")
    @APIResponse(
            responseCode = "429",
            description = "Too many codes, or tickets without a seat; Retry-After says how long to wait.")
    public Uni<Handover> handOver(Asking asking, @Context HttpServerRequest request) {
        var wait = codes.take(asking.ticket());
        if (!wait.isZero()) throw tooMany(wait);
        return Async.uni(Ticket.game(asking.ticket())
                .map(game -> handovers.offer(game, asking.ticket(), asking.n()))
                .orElseGet(() -> Future.succeededFuture(new Handovers.Offer.NoSeat()))
                .map(offer -> switch (offer) {
                    case Handovers.Offer.Code(var code) -> new Handover(code);
                    case Handovers.Offer.NoSeat _ -> throw missed(request);
                    case Handovers.Offer.Outdone _ ->
                        throw Problem.of(409, "Opened elsewhere", "Another phone has this seat.")
                                .refusal();
                }));
    }

    private Problem.Refusal missed(HttpServerRequest request) {
        return misses.allow(address.of(request)) ? Problem.notFound("seat").refusal() : tooMany(Misses.WINDOW);
    }

    private static Problem.Refusal tooMany(Duration wait) {
        return Problem.of(429, "Too many tries", "Wait a minute, then try again.")
                .refusal(wait);
    }
}
