/** What happened in a game: per question and per player, to read and to take away. */
package dev.podium.report;
