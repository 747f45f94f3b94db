/** Files of other programs, read and written as questions in the JSON of the library, which judges them. */
package dev.podium.formats;
