/**
 * A stand-in for what Knative Serving 1.23 does with a service, on one machine and with all its times shrunk alike: requests that
 * come while nothing runs are held, sockets count as work, instances come and go by that count, connections are cut at an age,
 * an instance that has to go is not asked any more, then told, then killed. No request comes back to where the last one went.
 */
package dev.podium.knative;
