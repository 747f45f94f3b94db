/** Under which addresses phones reach this machine. */
package dev.podium.address;
