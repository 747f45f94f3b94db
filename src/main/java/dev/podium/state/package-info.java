/** A running game as its row has it: what it is now, what never changes of it, and who may hold the row. */
package dev.podium.state;
