package dev.podium.library;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** Who may have which quiz for what is answered here, and nowhere else. A quiz in the trash is nobody's. */
@ApplicationScoped
class QuizRepository implements PanacheRepositoryBase<Quiz, UUID> {
    private static final String THERE = "id = ?1 and deletedAt is null";
    private static final String SHARED = "SELECT may FROM quiz_share WHERE quiz_id = ?1 AND host_id = ?2";

    /** Fails with a refusal: 404 when there is none or the host knows nothing of it, 403 when the host may less than that. */
    Uni<Quiz> of(UUID host, UUID id, Right right) {
        return find(THERE, id).firstResult().call(quiz -> require(host, quiz, right));
    }

    /** The same, and nobody else writes it before this transaction ends. */
    Uni<Quiz> locked(UUID host, UUID id, Right right) {
        return find(THERE, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .call(quiz -> require(host, quiz, right));
    }

    /** Whoever has the link; null when there is none. */
    Uni<Quiz> linked(UUID id) {
        return find(THERE, id).firstResult();
    }

    private Uni<Right> require(UUID host, Quiz quiz, Right right) {
        return right(host, quiz).invoke(right::require);
    }

    private Uni<Right> right(UUID host, Quiz quiz) {
        if (quiz == null) return Uni.createFrom().nullItem();
        if (quiz.owner.equals(host)) return Uni.createFrom().item(Right.OWN);
        return getSession()
                .chain(session -> session.createNativeQuery(SHARED, String.class)
                        .setParameter(1, quiz.id)
                        .setParameter(2, host)
                        .getSingleResultOrNull())
                .map(Right::of);
    }
}
