/** What whoever runs Podium may choose: each setting with its unit, its bounds and what it does, and what is said of a mistake. */
package dev.podium.configuration;
