/** Who hosts are: first run, sign-in, and the sessions that say so afterwards. */
package dev.podium.account;
