/** A real PostgreSQL on this machine, durable like the one in production: for the launcher, the tests and the benches. */
package dev.podium.local;
