/**
 * {@code ./podium bench}: how fast the packaged application is, and how near to what the machine can do at all.
 *
 * <p>The driver speaks the wire contract and nothing else. The application and PostgreSQL run on one core, the driver on
 * another. What is measured is set beside floors that are measured in the same run: a bare server that writes the same
 * text to as many sockets, and the same statement sent straight to PostgreSQL.
 */
package dev.podium.bench;
