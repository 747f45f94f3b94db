/** The doors: the three sockets of the contract, their life, and what may come through them. */
package dev.podium.socket;
