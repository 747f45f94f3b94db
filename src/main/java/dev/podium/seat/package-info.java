/** Who has joined a game: who holds which seat, and who is present. */
package dev.podium.seat;
