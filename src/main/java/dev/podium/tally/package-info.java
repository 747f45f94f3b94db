/** How questions were answered by all: counted in the database, the same way for screens and for reports. */
package dev.podium.tally;
