/** Pictures, sounds and films that hosts upload: kept once by their hash, served, and let go when nothing uses them. */
package dev.podium.media;
