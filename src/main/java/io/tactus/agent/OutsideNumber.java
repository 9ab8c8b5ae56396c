package io.tactus.agent;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A number outside the house as an agent or an administrator types it: E.164, with its plus sign and nothing else. */
@Pattern(regexp = "\\+[1-9][0-9]{5,14}", message = "an E.164 number such as +12025550100")
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@interface OutsideNumber {
    /** Not used: the pattern tells what is wrong. */
    String message() default "";

    /** Groups of constraints, as Bean Validation asks for. */
    Class<?>[] groups() default {};

    /** Payload, as Bean Validation asks for. */
    Class<? extends Payload>[] payload() default {};
}
