/** Files of other programs, read as questions in the JSON of the library, which judges them. */
package dev.podium.formats;
