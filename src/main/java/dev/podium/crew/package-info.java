/** Who may steer a game: its owner, hosts who are asked to, and phones that carry a link. */
package dev.podium.crew;
