package dev.podium.instance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who this process is among its equals. A restarted one is a new one. */
@ApplicationScoped
public class Instance {
    private final UUID id = UUID.randomUUID();

    public UUID id() {
        return id;
    }
}
