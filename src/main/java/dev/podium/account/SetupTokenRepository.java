package dev.podium.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SetupTokenRepository implements PanacheRepositoryBase<SetupToken, byte[]> {}
