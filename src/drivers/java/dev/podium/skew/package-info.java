/**
 * A JVM whose wall clock is off: {@code java -javaagent:skew.jar=30000 …} runs a program that sees a time half a minute
 * ahead, while the rest of the machine goes on as it was. Monotonic time is left alone, as a wrong wall clock leaves it.
 */
package dev.podium.skew;
