/** A command, or the clock, takes a game one step further: one transaction under the lock of its row. */
package dev.podium.step;
