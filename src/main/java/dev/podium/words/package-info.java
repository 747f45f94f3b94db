/** Words of the six languages that the server itself needs: those it draws names from, and those no hall is to read. */
package dev.podium.words;
