package dev.podium.library;

import dev.podium.catalogue.Catalogue;
import dev.podium.http.Code;
import dev.podium.http.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Quizzes. Each call says which host asks: what that host may do is {@link QuizRepository}'s to answer. */
@ApplicationScoped
class Quizzes {
    private static final String BESIDE =
            "UPDATE quiz c SET folder_id = o.folder_id, tags = o.tags FROM quiz o WHERE o.id = ?1 AND c.id = ?2";

    private final QuizRepository quizzes;
    private final EarlierVersions versions;

    Quizzes(QuizRepository quizzes, EarlierVersions versions) {
        this.quizzes = quizzes;
        this.versions = versions;
    }

    /** Fails with a refusal, 404 or 403. */
    @WithSession
    Uni<Quiz> get(UUID host, UUID id, Right right) {
        return quizzes.of(host, id, right);
    }

    /** Fails with a refusal, 422, when the host has {@value Catalogue#MOST}. */
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
    Uni<Quiz> replace(UUID host, UUID id, String ifMatch, QuizDraft draft) {
        return overwrite(host, id, ifMatch, draft, false);
    }

    /** The same with what it was before, which is a version whatever came before it. */
    @WithTransaction
    Uni<Quiz> restore(UUID host, UUID id, String ifMatch, QuizDraft draft) {
        return overwrite(host, id, ifMatch, draft, true);
    }

    private Uni<Quiz> overwrite(UUID host, UUID id, String ifMatch, QuizDraft draft, boolean always) {
        return locked(host, id, Right.EDIT, ifMatch)
                .call(quiz -> quizzes.getSession().chain(session -> versions.keep(session, quiz, draft, host, always)))
                .invoke(quiz -> write(quiz, host, draft))
                .call(quizzes::flush);
    }

    /**
     * Moves it to the trash.
     *
     * @param ifMatch nullable: any version
     */
    @WithTransaction
    Uni<Void> delete(UUID host, UUID id, String ifMatch) {
        return locked(host, id, Right.OWN, ifMatch)
                .invoke(quiz -> quiz.deletedAt = now())
                .call(quizzes::flush)
                .replaceWithVoid();
    }

    /** The copy is the host's; of an own quiz it lies where that lies, with its tags. */
    @WithTransaction
    Uni<Quiz> duplicate(UUID host, UUID id) {
        return get(host, id, Right.SEE).chain(original -> keepCopy(host, original));
    }

    /** The same for whoever has its link. */
    @WithTransaction
    Uni<Quiz> copyLinked(UUID host, UUID id) {
        return quizzes.linked(id).chain(original -> {
            if (original == null) throw Problem.notFound("quiz").refusal();
            return keepCopy(host, original);
        });
    }

    @WithSession
    Uni<Quiz> linked(UUID id) {
        return quizzes.linked(id);
    }

    private Uni<Quiz> keepCopy(UUID host, Quiz original) {
        return refuseTooMany(host)
                .chain(() -> quizzes.persistAndFlush(copy(host, original)))
                .call(copy -> original.owner.equals(host)
                        ? placeBeside(original, copy)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Integer> placeBeside(Quiz original, Quiz copy) {
        return quizzes.getSession()
                .chain(session -> session.createNativeQuery(BESIDE)
                        .setParameter(1, original.id)
                        .setParameter(2, copy.id)
                        .executeUpdate());
    }

    private Uni<Quiz> locked(UUID host, UUID id, Right right, String ifMatch) {
        return quizzes.locked(host, id, right).invoke(quiz -> Version.match(ifMatch, quiz.version));
    }

    private Uni<Long> refuseTooMany(UUID owner) {
        return quizzes.count("owner = ?1 and deletedAt is null", owner)
                .invoke(count -> {
                    if (count >= Catalogue.MOST) throw tooMany("At most " + Catalogue.MOST + " quizzes are possible.");
                })
                .chain(() -> quizzes.count("owner", owner))
                .invoke(count -> {
                    if (count >= Catalogue.MOST_IN_ALL) throw tooMany("The trash is full: empty it first.");
                });
    }

    private static Problem.Refusal tooMany(String message) {
        return Problem.invalid("", Code.TOO_MANY, message).refusal();
    }

    private static Quiz fresh(UUID owner, UUID id, QuizDraft draft) {
        var quiz = new Quiz();
        quiz.id = id;
        quiz.owner = owner;
        quiz.createdAt = now();
        quiz.tags = draft.tags().toArray(String[]::new);
        write(quiz, owner, draft);
        return quiz;
    }

    private static void write(Quiz quiz, UUID host, QuizDraft draft) {
        quiz.title = draft.title();
        quiz.description = draft.description();
        quiz.language = draft.language();
        quiz.questions = draft.questions();
        quiz.savedBy = host;
        quiz.updatedAt = now();
    }

    private static Quiz copy(UUID host, Quiz original) {
        var copy = new Quiz();
        copy.id = UUID.randomUUID();
        copy.owner = host;
        copy.title = Titles.next(original.title);
        copy.description = original.description;
        copy.language = original.language;
        copy.questions = original.questions;
        copy.savedBy = host;
        copy.createdAt = now();
        copy.updatedAt = copy.createdAt;
        return copy;
    }

    /** As precise as the column, so that what was written and what is read are equal. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
