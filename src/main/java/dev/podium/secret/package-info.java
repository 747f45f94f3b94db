/** Random values that open something to whoever has them, and what of them is stored. */
package dev.podium.secret;
