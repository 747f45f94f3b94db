package dev.podium.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "host_session")
class HostSession {
    @Id
    @Column(name = "token_hash")
    byte[] tokenHash;

    /** Tells it from the host's others; proves nothing. */
    UUID id;

    @Column(name = "host_id")
    UUID hostId;

    /** Words for what it was begun on, such as {@code Firefox, Windows}; null for one from before they were kept. */
    String device;

    @Column(name = "created_at")
    Instant createdAt;

    /** By the database's clock, as precise as {@link Sessions#NOTED_EVERY}. */
    @Column(name = "used_at", insertable = false, updatable = false)
    Instant usedAt;

    @Column(name = "expires_at")
    Instant expiresAt;
}
