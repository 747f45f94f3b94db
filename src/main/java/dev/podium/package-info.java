/** Podium: live quizzes in which nobody loses an answer, a seat or a point. */
package dev.podium;
