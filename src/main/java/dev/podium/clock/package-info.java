/** What happens by itself: steps that are due, games nobody watches, and outages that are made up for. */
package dev.podium.clock;
