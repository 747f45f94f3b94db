/** Games on the real thing: the packaged application as processes that are killed, and a PostgreSQL that is killed too. */
package dev.podium.process;
