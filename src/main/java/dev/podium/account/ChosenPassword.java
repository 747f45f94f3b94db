package dev.podium.account;

import dev.podium.http.Storable;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.validator.constraints.CodePointLength;

/** A password that somebody chooses; {@link Passwords#refuseTooLong} judges its bytes. */
@NotBlank @CodePointLength(min = Passwords.MIN_LENGTH, max = Setup.MAX_PASSWORD)
@Storable
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface ChosenPassword {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
