/**
 * What phones, hosts and screens exchange with the server: version 1 of the contract, every message a closed type.
 *
 * <p>In: {@link dev.podium.wire.Wire} reads a frame into a message or into what is wrong with it. Out: a
 * {@link dev.podium.wire.StateContent} is projected and encoded once for each audience of a game ({@link
 * dev.podium.wire.Projection}), what is a player's own once for each player ({@link dev.podium.wire.PlayerPart}), and {@link
 * dev.podium.wire.Frame} joins the two. All of it is pure and safe on any thread.
 */
package dev.podium.wire;
