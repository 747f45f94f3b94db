/** How one answer or command went its way, from a socket through a transaction and the bus to everybody's screens. */
package dev.podium.traces;
