/**
 * A load balancer that misbehaves on demand.
 *
 * <p>It goes round over its backends without affinity and passes what one refuses or resets on to the next, as any balancer in front of
 * Podium does; and it is the bad network in between: it delays, stalls, cuts and forgets connections, and refuses sockets. How to use it:
 *
 * <pre>{@code
 * try (var proxy = Proxy.start(List.of(first, second, third))) {
 *     ...                                            // clients connect to proxy.address()
 *     proxy.delay(new Delay(400, 100));              // everybody's bytes are late, in order
 *     proxy.delay(Delay.NONE);
 *     for (var passage : proxy.passages()) passage.drop();
 *     proxy.refuseSockets(true);                     // to those who connect to proxy.filteredAddress()
 * }
 * }</pre>
 *
 * <p>It knows TCP, and of HTTP only that a GET may be sent again and what an upgrade looks like. Everything runs on one thread of its own; every public
 * method may be called by any.
 */
package dev.podium.proxy;
