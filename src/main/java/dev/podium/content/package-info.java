/** Pictures, sounds and films: told by what they hold, and freed of what they tell of people, places and devices. */
package dev.podium.content;
