package dev.podium.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class HostRepository implements PanacheRepositoryBase<Host, UUID> {
    /** Null when there is none. */
    @WithSession
    Uni<Host> byEmail(String email) {
        return find("lower(email) = lower(?1)", email).firstResult();
    }

    /** The host of a session that has not expired by the database's clock, or null. */
    Uni<Host> bySession(byte[] tokenHash) {
        return find(
                        "select h from Host h join HostSession s on s.hostId = h.id where s.tokenHash = ?1 and s.expiresAt > instant",
                        tokenHash)
                .firstResult();
    }
}
