/** What phones, hosts and screens exchange with the server: version 1 of the contract, every message a closed type. */
package dev.podium.wire;
