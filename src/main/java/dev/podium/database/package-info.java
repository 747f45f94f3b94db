/** The one PostgreSQL: its tables, its clock, its bounds, and how many small writes become few statements. */
package dev.podium.database;
