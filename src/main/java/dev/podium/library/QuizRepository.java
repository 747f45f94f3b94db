package dev.podium.library;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

@ApplicationScoped
class QuizRepository implements PanacheRepositoryBase<Quiz, UUID> {
    /** Null when there is none, or it is another host's. */
    Uni<Quiz> of(UUID owner, UUID id) {
        return find("id = ?1 and owner = ?2", id, owner).firstResult();
    }

    /** The same, and nobody else writes it before this transaction ends. */
    Uni<Quiz> locked(UUID owner, UUID id) {
        return find("id = ?1 and owner = ?2", id, owner)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }
}
