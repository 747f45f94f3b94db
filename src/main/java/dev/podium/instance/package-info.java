/** Who this process is among its equals, which of them live, and whether it can work. */
package dev.podium.instance;
