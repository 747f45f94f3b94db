/** What every answer over HTTP has in common: pages, their protection, and refusals as problems (RFC 9457). */
package dev.podium.http;
