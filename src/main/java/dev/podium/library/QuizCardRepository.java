package dev.podium.library;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class QuizCardRepository implements PanacheRepositoryBase<QuizCard, UUID> {
    /** The latest first. */
    Uni<List<QuizCard>> of(UUID owner) {
        return list("owner = ?1 order by updatedAt desc, id", owner);
    }
}
