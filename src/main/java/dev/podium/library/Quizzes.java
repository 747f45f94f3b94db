package dev.podium.library;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** A host's quizzes. Each call concerns its owner's only; another host's quiz is a 404, as is one that never was. */
@ApplicationScoped
class Quizzes {
    private final QuizRepository quizzes;
    private final QuizCardRepository cards;

    Quizzes(QuizRepository quizzes, QuizCardRepository cards) {
        this.quizzes = quizzes;
        this.cards = cards;
    }

    /** The ids of all, the latest first. */
    @WithSession
    Uni<List<UUID>> ids(UUID owner) {
        return cards.ids(owner);
    }

    /** Some of them, in no order; who has been deleted meanwhile is not among them. */
    @WithSession
    Uni<List<QuizCard>> cards(UUID owner, List<UUID> ids) {
        return cards.some(owner, ids);
    }

    /** Null when there is none. */
    @WithSession
    Uni<Quiz> find(UUID owner, UUID id) {
        return quizzes.of(owner, id);
    }

    @WithSession
    Uni<Quiz> get(UUID owner, UUID id) {
        return find(owner, id).invoke(Quizzes::refuseNull);
    }

    /** Fails with a refusal, 422, when the host has {@value Limits#QUIZZES}. */
    @WithTransaction
    Uni<Quiz> create(UUID owner, QuizDraft draft) {
        var quiz = fresh(owner, UUID.randomUUID(), draft);
        return refuseTooMany(owner).chain(() -> quizzes.persistAndFlush(quiz));
    }

    /**
     * The same under an id that the client has made, so that asking again makes no second one. Fails with a refusal, 412, when
     * there is a quiz with this id, whoever owns it.
     */
    @WithTransaction
    Uni<Quiz> createAs(UUID owner, UUID id, QuizDraft draft) {
        return refuseTooMany(owner)
                .chain(() -> quizzes.persistAndFlush(fresh(owner, id, draft)))
                .onFailure(ConstraintViolationException.class)
                .transform(_ -> Version.taken());
    }

    /** @param ifMatch the version it replaces; checked under a lock, so that of two writers one is refused (412) */
    @WithTransaction
    Uni<Quiz> replace(UUID owner, UUID id, String ifMatch, QuizDraft draft) {
        return locked(owner, id, ifMatch).invoke(quiz -> write(quiz, draft)).call(quizzes::flush);
    }

    /** @param ifMatch nullable: any version */
    @WithTransaction
    Uni<Void> delete(UUID owner, UUID id, String ifMatch) {
        return locked(owner, id, ifMatch).chain(quizzes::delete);
    }

    @WithTransaction
    Uni<Quiz> duplicate(UUID owner, UUID id) {
        return get(owner, id)
                .call(() -> refuseTooMany(owner))
                .chain(original -> quizzes.persistAndFlush(copy(original)));
    }

    private Uni<Quiz> locked(UUID owner, UUID id, String ifMatch) {
        return quizzes.locked(owner, id)
                .invoke(Quizzes::refuseNull)
                .invoke(quiz -> Version.match(ifMatch, quiz.version));
    }

    private Uni<Long> refuseTooMany(UUID owner) {
        return quizzes.count("owner", owner).invoke(count -> {
            if (count >= Limits.QUIZZES) {
                throw Problem.invalid("", Code.TOO_MANY, "At most " + Limits.QUIZZES + " quizzes are possible.")
                        .refusal();
            }
        });
    }

    private static Quiz fresh(UUID owner, UUID id, QuizDraft draft) {
        var quiz = new Quiz();
        quiz.id = id;
        quiz.owner = owner;
        quiz.createdAt = now();
        write(quiz, draft);
        return quiz;
    }

    private static void write(Quiz quiz, QuizDraft draft) {
        quiz.title = draft.title();
        quiz.description = draft.description();
        quiz.language = draft.language();
        quiz.questions = draft.questions();
        quiz.updatedAt = now();
    }

    private static Quiz copy(Quiz original) {
        var copy = new Quiz();
        copy.id = UUID.randomUUID();
        copy.owner = original.owner;
        copy.title = Titles.next(original.title);
        copy.description = original.description;
        copy.language = original.language;
        copy.questions = original.questions;
        copy.createdAt = now();
        copy.updatedAt = copy.createdAt;
        return copy;
    }

    private static void refuseNull(Quiz quiz) {
        if (quiz == null) {
            throw Problem.notFound("quiz").refusal();
        }
    }

    /** As precise as the column, so that what was written and what is read are equal. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
