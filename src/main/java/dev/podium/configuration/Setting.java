package dev.podium.configuration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a person has to know of a setting. The table in the README is made of it, and a start refuses what is out of bounds. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Setting {
    /** What it does, in a line. */
    String value();

    /** Of a number: what is counted. */
    String unit() default "";

    /** Of a number: the smallest that is possible. */
    long least() default 0;

    /** Of a number: the largest that is possible. */
    long most() default Integer.MAX_VALUE;
}
