package dev.podium.account;

import dev.podium.account.TurnedAway.Reason;
import dev.podium.http.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Hosts who sign in by the provider. Which host somebody is depends on issuer and subject alone: an account at the provider with the
 * e-mail address of a host is a stranger until that host, signed in, has linked it. Results arrive on an event loop.
 */
@ApplicationScoped
class ProviderHosts {
    private static final String FIND = """
            SELECT h.id, h.role, h.disabled_at FROM provider_login l JOIN host h ON h.id = l.host_id
            WHERE l.issuer = $1 AND l.subject = $2
            """;

    /** Whoever is first is an admin, or nobody could let others in. */
    private static final String MAKE = """
            INSERT INTO host (id, email, name, role)
            SELECT $1, $2, $3, $4 WHERE $4 = 'admin' OR EXISTS (SELECT FROM host)
            ON CONFLICT (lower(email)) DO NOTHING
            """;

    private static final String LINK =
            "INSERT INTO provider_login (issuer, subject, host_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";

    private final Pool pool;
    private final HostList hosts;

    ProviderHosts(Pool pool, HostList hosts) {
        this.pool = pool;
        this.hosts = hosts;
    }

    private record Known(UUID id, Role role, boolean disabled) {}

    /**
     * How a host may sign in.
     *
     * @param password whether there is one
     * @param linked whether the provider does as well
     */
    record Ways(boolean password, boolean linked) {}

    /**
     * The host that somebody is, made where this is the first time; with the role that is told now.
     *
     * <p>Fails with {@link TurnedAway}: for a disabled host, for an e-mail address that another host has, and for whoever is no
     * admin where there is none.
     */
    Future<UUID> enter(Vouched who) {
        return find(pool, who).compose(known -> known.isPresent() ? again(known.get(), who) : first(who));
    }

    /** From now on this is another way to sign in as the host. Fails with {@link TurnedAway} where it is another host's. */
    Future<Void> link(UUID host, Vouched who) {
        return pool.preparedQuery(LINK)
                .execute(Tuple.of(who.issuer(), who.subject(), host))
                .compose(_ -> find(pool, who))
                .map(known -> {
                    if (known.filter(it -> it.id.equals(host)).isEmpty()) throw new TurnedAway(Reason.LINKED_ELSEWHERE);
                    return null;
                });
    }

    Future<Ways> ways(UUID host) {
        return pool.preparedQuery("SELECT password_hash IS NOT NULL AS has_password,"
                        + " EXISTS (SELECT FROM provider_login l WHERE l.host_id = h.id) AS is_linked"
                        + " FROM host h WHERE h.id = $1")
                .execute(Tuple.of(host))
                .map(rows -> rows.iterator().next())
                .map(row -> new Ways(row.getBoolean("has_password"), row.getBoolean("is_linked")));
    }

    /** Signs in by the password alone again. Fails with a refusal, 409, where there is none. */
    Future<Void> unlink(UUID host) {
        return ways(host).compose(ways -> {
            if (!ways.password)
                throw Problem.of(409, "The only way in", "Set a password first.")
                        .refusal();
            return pool.preparedQuery("DELETE FROM provider_login WHERE host_id = $1")
                    .execute(Tuple.of(host))
                    .mapEmpty();
        });
    }

    private Future<UUID> again(Known host, Vouched who) {
        if (host.disabled) return Future.failedFuture(new TurnedAway(Reason.DISABLED));
        return who.role()
                .filter(role -> role != host.role)
                .map(role -> hosts.follow(host.id, role))
                .orElseGet(Future::succeededFuture)
                .map(host.id);
    }

    private Future<UUID> first(Vouched who) {
        var id = UUID.randomUUID();
        var role = who.role().orElse(Role.HOST);
        return pool.withTransaction(client -> client.preparedQuery(MAKE)
                .execute(Tuple.of(id, who.email(), who.name(), role.wireName()))
                .compose(rows -> rows.rowCount() == 1
                        ? client.preparedQuery(LINK)
                                .execute(Tuple.of(who.issuer(), who.subject(), id))
                                .map(linked -> {
                                    // It became another host's in this moment: this one is not made.
                                    if (linked.rowCount() == 0) throw new TurnedAway(Reason.FAILED);
                                    return id;
                                })
                        : refused(client, who)));
    }

    /** Two tabs of one newcomer at the same moment: the second finds what the first has made. */
    private static Future<UUID> refused(SqlClient client, Vouched who) {
        return find(client, who)
                .compose(known -> known.isPresent()
                        ? Future.succeededFuture(known.get().id)
                        : client.query("SELECT EXISTS (SELECT FROM host)")
                                .execute()
                                .compose(rows -> Future.failedFuture(new TurnedAway(
                                        rows.iterator().next().getBoolean(0) ? Reason.TAKEN : Reason.NOT_SET_UP))));
    }

    private static Future<Optional<Known>> find(SqlClient client, Vouched who) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(who.issuer(), who.subject()))
                .map(rows -> rows.stream()
                        .map(row -> new Known(
                                row.getUUID("id"),
                                Role.of(row.getString("role")),
                                row.getOffsetDateTime("disabled_at") != null))
                        .findFirst());
    }
}
