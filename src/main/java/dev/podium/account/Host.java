package dev.podium.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

@Entity
class Host {
    @Id
    UUID id;

    String email;

    String name;

    String role;

    /** Null for a host that comes by the provider only. */
    @Column(name = "password_hash")
    String passwordHash;

    /** The tag of the language chosen, or null. */
    String language;

    /** Made as demo data, its published password unchanged. */
    boolean demo;

    @Column(name = "created_at")
    Instant createdAt;

    /** Since when it may no longer sign in, or null. */
    @Column(name = "disabled_at", insertable = false, updatable = false)
    Instant disabledAt;

    static Host create(String email, String name, Role role, String passwordHash) {
        var host = new Host();
        host.id = UUID.randomUUID();
        host.email = email;
        host.name = name;
        host.role = role.wireName();
        host.passwordHash = passwordHash;
        host.createdAt = Instant.now();
        return host;
    }

    SignedIn signedIn() {
        return new SignedIn(id, email, name, Role.of(role), language);
    }
}
