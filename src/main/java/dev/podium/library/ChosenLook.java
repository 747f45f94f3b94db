package dev.podium.library;

import dev.podium.game.Look;
import dev.podium.http.Code;
import dev.podium.http.Constraints.Means;
import dev.podium.http.Input;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;

/** The look of a game's screens as its host chooses it; what is absent is as in {@link Look#DEFAULT}. */
@RegisterForReflection
@ChosenLook.Legible
@Schema(additionalProperties = Schema.False.class)
record ChosenLook(
        @Schema(defaultValue = "hall") Look.Theme theme,

        @Pattern(regexp = COLOUR) @Schema(description = "#rrggbb; it stands out on the theme's grounds as text does", pattern = COLOUR)
        String accent,

        @CodePointLength(max = Limits.URL)
        @Pattern(regexp = MediaAddress.FORM) @Schema(
                format = "uri",
                description = "The https address of a picture, or that of an uploaded one",
                maxLength = Limits.URL)
        String logo,

        @Pattern(regexp = MediaAddress.STORED) @Schema(description = "The address of an uploaded sound, which the lobby plays", pattern = MediaAddress.STORED)
        String sound)
        implements Input {

    private static final String COLOUR = "#[0-9a-fA-F]{6}";

    Look look() {
        return new Look(chosenTheme(), accent == null ? null : accent.toLowerCase(Locale.ROOT), logo, sound);
    }

    private Look.Theme chosenTheme() {
        return theme == null ? Look.DEFAULT.theme() : theme;
    }

    /** The accent can be read on the grounds of its theme. */
    @Means(Code.LOW_CONTRAST)
    @Constraint(validatedBy = Legible.Check.class)
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Legible {
        String message() default "It is too close to the theme's ground to be read.";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        final class Check implements ConstraintValidator<Legible, ChosenLook> {
            @Override
            public boolean isValid(ChosenLook look, ConstraintValidatorContext context) {
                if (look.accent == null || !look.accent.matches(COLOUR)) return true;
                var theme = look.chosenTheme();
                if (Contrast.of(look.accent, theme.ground()) >= Contrast.TEXT
                        && Contrast.of(look.accent, theme.surface()) >= Contrast.TEXT) return true;
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                        .addPropertyNode("accent")
                        .addConstraintViolation();
                return false;
            }
        }
    }
}
