package dev.podium.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who this process is among its equals. A restarted one is a new one. */
@ApplicationScoped
class Instance {
    private final UUID id = UUID.randomUUID();

    UUID id() {
        return id;
    }
}
