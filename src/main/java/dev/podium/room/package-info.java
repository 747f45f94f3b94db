/** Who watches a game through this instance, and what each of them sees. */
package dev.podium.room;
