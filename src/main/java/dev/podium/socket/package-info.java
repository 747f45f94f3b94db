/** The doors: the three sockets of the contract, what may come through them, and their life. */
package dev.podium.socket;
