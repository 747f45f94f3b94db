/** Games as hosts open, list and delete them. */
package dev.podium.games;
