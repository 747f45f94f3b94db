package dev.podium.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The database can keep this text: {@link Texts#storable(String)}. */
@Constraints.Means(Code.NOT_ALLOWED)
@Constraint(validatedBy = Storable.Check.class)
@Target({ElementType.FIELD, ElementType.TYPE_USE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Storable {
    String message() default "It has characters that are none: control characters or half of a pair.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<Storable, String> {
        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || Texts.storable(text);
        }
    }
}
