package dev.podium.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<HostSession, byte[]> {}
