package dev.podium.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "setup_token")
class SetupToken {
    @Id
    @Column(name = "token_hash")
    byte[] tokenHash;

    @Column(name = "created_at")
    Instant createdAt;
}
