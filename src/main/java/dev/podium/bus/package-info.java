/** How instances hear that a game has moved: hints that carry ids, never content, and may be lost without harm. */
package dev.podium.bus;
