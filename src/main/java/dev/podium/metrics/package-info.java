/** How what is counted and measured is called, all in one place: dashboards and alerts ask for it by these names. */
package dev.podium.metrics;
