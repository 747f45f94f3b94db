package dev.podium.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class HostRepository implements PanacheRepositoryBase<Host, UUID> {
    /** Null when there is none. */
    @WithSession
    Uni<Host> byEmail(String email) {
        return find("lower(email) = lower(?1)", email).firstResult();
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

    /** The host of a session that has not expired by the database's clock, or null. */
    Uni<Host> bySession(byte[] tokenHash) {
        return find(
                        "select h from Host h join HostSession s on s.hostId = h.id where s.tokenHash = ?1 and s.expiresAt > instant",
                        tokenHash)
                .firstResult();
    }

    /**
     * Those of some sessions that have not ended. One parameter, however many they are: the statement is always the same.
     *
     * @param tokenHashes in hexadecimal, as the result is
     */
    Uni<Set<String>> liveSessions(Collection<String> tokenHashes) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                SELECT k.hash FROM unnest(string_to_array(?1, ',')) k (hash)
                                JOIN host_session s ON s.token_hash = decode(k.hash, 'hex')
                                WHERE s.expires_at > now()
                                """, String.class)
                        .setParameter(1, String.join(",", tokenHashes))
                        .getResultList())
                .map(Set::copyOf);
    }
}
