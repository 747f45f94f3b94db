/**
 * What {@code ./podium} does, once its script has found a JDK. It is compiled alone, before anything else is built, so that it
 * needs {@code java.*} and the few classes of the project that need no more either.
 */
package dev.podium.launcher;
