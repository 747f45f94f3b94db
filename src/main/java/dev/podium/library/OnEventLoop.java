package dev.podium.library;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Methods that give a Uni and work on an event loop, as sessions of the database must, whoever calls them. A caller on a
 * virtual thread gets the result on a virtual thread, where there is time to read and write long JSON.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface OnEventLoop {}
