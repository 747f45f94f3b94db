package dev.podium.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<HostSession, byte[]> {
    record Use(Host host, Instant usedAt) {}

    /** The host of a session that has not expired by the database's clock, and when it was noted last as used; or null. */
    Uni<Use> use(byte[] tokenHash) {
        return getSession()
                .chain(session -> session.createSelectionQuery(
                                "select h, s.usedAt from Host h join HostSession s on s.hostId = h.id"
                                        + " where s.tokenHash = ?1 and s.expiresAt > instant and h.disabledAt is null",
                                Object[].class)
                        .setParameter(1, tokenHash)
                        .getSingleResultOrNull()
                        .map(row -> row == null ? null : new Use((Host) row[0], (Instant) row[1])));
    }

    /**
     * Those of some sessions that have not ended. One parameter, however many they are: the statement is always the same.
     *
     * @param tokenHashes in hexadecimal, as the result is
     */
    Uni<Set<String>> alive(Collection<String> tokenHashes) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                SELECT k.hash FROM unnest(string_to_array(?1, ',')) k (hash)
                                JOIN host_session s ON s.token_hash = decode(k.hash, 'hex')
                                JOIN host h ON h.id = s.host_id
                                WHERE s.expires_at > now() AND h.disabled_at IS NULL
                                """, String.class)
                        .setParameter(1, String.join(",", tokenHashes))
                        .getResultList())
                .map(Set::copyOf);
    }

    Uni<Integer> noteUse(byte[] tokenHash) {
        return update("usedAt = instant where tokenHash = ?1", tokenHash);
    }

    /** The latest used first. */
    Uni<List<HostSession>> of(UUID host) {
        return list("hostId = ?1 and expiresAt > instant order by usedAt desc, id", host);
    }

    /** Ends all sessions of a host but one. */
    Uni<Long> endOthers(UUID host, byte[] tokenHash) {
        return delete("hostId = ?1 and tokenHash <> ?2", host, tokenHash);
    }

    Uni<Long> endExpired() {
        return delete("expiresAt <= instant");
    }

    /** Ends all sessions of a host but those in use last. */
    Uni<Long> endUnused(UUID host, int kept) {
        return this.<HostSession>find("hostId = ?1 order by usedAt desc", host)
                .list()
                .chain(all -> all.size() <= kept
                        ? Uni.createFrom().item(0L)
                        : delete("tokenHash in ?1", hashes(all.subList(kept, all.size()))));
    }

    private static List<byte[]> hashes(List<HostSession> sessions) {
        return sessions.stream().map(session -> session.tokenHash).toList();
    }
}
