package dev.podium.library;

import dev.podium.http.Input;
import dev.podium.http.Storable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;

/**
 * That players are asked who they are.
 *
 * @param label what for, such as "Student number"
 */
@RegisterForReflection
@Schema(additionalProperties = Schema.False.class)
public record ChosenIdentify(
        @NotBlank @CodePointLength(max = Limits.IDENTIFY) @Storable @Schema(maxLength = Limits.IDENTIFY)
        String label) implements Input {}
