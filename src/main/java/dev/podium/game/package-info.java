/**
 * The rules: who may do what when, and what an answer is worth. Pure: {@code java.*} only, no clock, no I/O, no
 * exception for a "no". Times are milliseconds of the database's clock since the Unix epoch, durations milliseconds.
 */
package dev.podium.game;
