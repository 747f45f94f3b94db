package dev.podium.chaos;

import dev.podium.client.Door;
import dev.podium.proxy.Proxy;

/**
 * By which doors a party comes.
 *
 * @param filtered of a third of the players and of the screen: their network may refuse sockets
 */
record Doors(Door free, Door filtered) {
    private static final int ONE_IN = 3;

    static Doors of(Proxy proxy) {
        return new Doors(Door.to(proxy.address()), Door.to(proxy.filteredAddress()));
    }

    /** Nobody's network refuses anything. */
    static Doors only(Door door) {
        return new Doors(door, door);
    }

    Door ofPlayer(int number) {
        return number % ONE_IN == 0 ? filtered : free;
    }
}
