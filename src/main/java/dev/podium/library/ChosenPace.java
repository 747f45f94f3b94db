package dev.podium.library;

import dev.podium.game.Course;
import dev.podium.http.Input;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long the phases of a game that moves by itself stay, as its host chooses; what is absent is as usual. */
@RegisterForReflection
@Schema(additionalProperties = Schema.False.class)
public record ChosenPace(
        @DecimalMin(LEAST) @DecimalMax(MOST) @Digits(integer = 9, fraction = 0) @Schema(type = SchemaType.INTEGER, defaultValue = "8000")
        Double slideMs,

        @DecimalMin(LEAST) @DecimalMax(MOST) @Digits(integer = 9, fraction = 0) @Schema(type = SchemaType.INTEGER, defaultValue = "8000")
        Double revealMs,

        @DecimalMin(LEAST) @DecimalMax(MOST) @Digits(integer = 9, fraction = 0) @Schema(type = SchemaType.INTEGER, defaultValue = "8000")
        Double standingsMs)
        implements Input {

    private static final String LEAST = "" + Limits.MIN_PACE_MS;
    private static final String MOST = "" + Limits.MAX_PACE_MS;

    Course.Pace pace() {
        var otherwise = Course.Pace.DEFAULT;
        return new Course.Pace(
                or(slideMs, otherwise.slideMs()),
                or(revealMs, otherwise.revealMs()),
                or(standingsMs, otherwise.standingsMs()));
    }

    private static long or(Double chosen, long otherwise) {
        return chosen == null ? otherwise : chosen.longValue();
    }
}
