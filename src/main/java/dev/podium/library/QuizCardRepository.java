package dev.podium.library;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class QuizCardRepository implements PanacheRepositoryBase<QuizCard, UUID> {
    /** The latest first. */
    Uni<List<UUID>> ids(UUID owner) {
        return find("select id from QuizCard where owner = ?1 order by updatedAt desc, id", owner)
                .project(UUID.class)
                .list();
    }

    /** In no order. */
    Uni<List<QuizCard>> some(UUID owner, List<UUID> ids) {
        return list("owner = ?1 and id in ?2", owner, ids);
    }
}
