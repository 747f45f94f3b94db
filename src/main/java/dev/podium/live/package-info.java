/** Running games: commands in one transaction, answers in batches, clocks nobody owns, and the audience of this instance. */
package dev.podium.live;
