/**
 * The other side of the wire: phones, a host and screens, written from the contract alone.
 *
 * <p>It shares no line with the server, so that a misreading of the contract cannot be made on both sides. How to use it:
 *
 * <pre>{@code
 * try (var clients = Clients.start(42)) {                            // one thread, thousands of sockets
 *     var desk = HostDesk.signIn(base, "host@podium.local", "podium");
 *     var game = desk.open(desk.quizzes().getFirst(), new JsonObject());
 *     var remote = clients.remote(Door.to(base), desk, game);        // the host's socket
 *     var ada = clients.phone(Door.to(base), game.pin(), "Ada", clients.guesser(800));
 *     remote.press("advance");                                       // waits for "done"
 *     ...                                                            // Ada sees the question, thinks, taps
 *     ada.acks();                                                    // every acknowledgement she ever got
 * }
 * }</pre>
 *
 * <p>A {@link dev.podium.client.Phone} does what a phone has to: it comes back after any loss, keeps what is not acknowledged,
 * and asks nobody. Who it is, what it taps and when, is a {@link dev.podium.client.Person}; where it connects to is a {@link
 * dev.podium.client.Door}.
 */
package dev.podium.client;
