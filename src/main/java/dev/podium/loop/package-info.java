/** Work on event loops: one thing at a time, and again after a failure. */
package dev.podium.loop;
