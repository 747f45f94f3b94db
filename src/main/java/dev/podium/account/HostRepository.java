package dev.podium.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

@ApplicationScoped
class HostRepository implements PanacheRepositoryBase<Host, UUID> {
    /** Null when there is none. */
    @WithSession
    Uni<Host> byEmail(String email) {
        return find("lower(email) = lower(?1)", email).firstResult();
    }

    /** Null when there is none. */
    @WithSession
    Uni<Host> byId(UUID id) {
        return findById(id);
    }

    /** Whether the host with this address still is the demo. */
    Uni<Boolean> hasDemo(String email) {
        return find("lower(email) = lower(?1) and demo", email).firstResult().map(Objects::nonNull);
    }

    // These two are asked at every start, so in SQL: a cold JVM is at its first HQL for half a second.

    Uni<Boolean> isEmpty() {
        return getSession()
                .chain(session -> session.createNativeQuery("SELECT NOT EXISTS (SELECT FROM host)", Boolean.class)
                        .getSingleResult());
    }

    Uni<Boolean> has(String email) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT EXISTS (SELECT FROM host WHERE lower(email) = lower(?1))", Boolean.class)
                        .setParameter(1, email)
                        .getSingleResult());
    }
}
