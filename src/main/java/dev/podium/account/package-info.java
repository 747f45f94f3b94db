/** Who hosts are: set up or invited, signed in, and what programs of theirs may do. */
package dev.podium.account;
