/** What every HTTP endpoint shares: how a request is read strictly and how it is refused (RFC 9457). */
package dev.podium.http;
