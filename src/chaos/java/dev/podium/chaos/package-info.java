/**
 * Whole games while everything breaks, and games without end: {@code ./podium chaos}. A driver, and what it asks for on the
 * command line; nothing of it is part of the application.
 */
package dev.podium.chaos;
