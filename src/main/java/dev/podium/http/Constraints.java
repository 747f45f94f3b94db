package dev.podium.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Collection;
import org.hibernate.validator.constraints.CodePointLength;

/** Which constraint of an {@link Input} means which {@link Code}. */
public final class Constraints {
    private Constraints() {}

    /** Says what a constraint of our own means, at its definition. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.ANNOTATION_TYPE)
    public @interface Means {
        Code value();
    }

    static Code code(ConstraintViolation<?> violation) {
        var constraint = violation.getConstraintDescriptor().getAnnotation();
        var meaning = constraint.annotationType().getAnnotation(Means.class);
        if (meaning != null) return meaning.value();
        return switch (constraint) {
            case NotBlank _, NotNull _ -> Code.REQUIRED;
            case CodePointLength length -> isLonger(violation, length.max()) ? Code.TOO_LONG : Code.TOO_SHORT;
            case Size size -> isLarger(violation, size.max()) ? Code.TOO_MANY : Code.TOO_FEW;
            case DecimalMin _, DecimalMax _ -> Code.OUT_OF_RANGE;
            default -> Code.INVALID;
        };
    }

    private static boolean isLonger(ConstraintViolation<?> violation, int max) {
        var text = (CharSequence) violation.getInvalidValue();
        return Character.codePointCount(text, 0, text.length()) > max;
    }

    private static boolean isLarger(ConstraintViolation<?> violation, int max) {
        return ((Collection<?>) violation.getInvalidValue()).size() > max;
    }
}
