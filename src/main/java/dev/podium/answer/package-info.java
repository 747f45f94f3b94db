/** Answers on their way to a commit: stamped, scored, gathered, stored, acknowledged. */
package dev.podium.answer;
