/**
 * A load balancer that misbehaves on demand.
 *
 * <p>It goes round over its backends without affinity and passes what one refuses or resets on to the next, as any balancer in front of
 * Podium does; and it is the bad network in between: it delays, stalls, cuts and forgets connections. How to use it:
 *
 * <pre>{@code
 * try (var proxy = Proxy.start(List.of(first, second, third))) {
 *     ...                                            // clients connect to proxy.address()
 *     proxy.delay(new Delay(400, 100));              // everybody's bytes are late, in order
 *     proxy.delay(Delay.NONE);
 *     for (var passage : proxy.passages()) passage.drop();
 * }
 * }</pre>
 *
 * <p>It knows TCP, and of HTTP only that a GET may be sent again. Everything runs on one thread of its own; every public
 * method may be called by any.
 */
package dev.podium.proxy;
