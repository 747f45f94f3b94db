package dev.podium.bus;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The bus over PostgreSQL's LISTEN/NOTIFY.
 *
 * <p>Notices are sent outside the game's transaction and gathered for {@value #GATHER_MS} ms: a NOTIFY inside a commit
 * takes a lock that all committers share. The listener proves itself with a notice to itself every
 * {@value #PROOF_MS} ms; when none comes back it is replaced, and whoever follows games is told that there was a gap.
 */
@ApplicationScoped
class PostgresBus implements GameBus {
    static final String CHANNEL = "podium_game";
    private static final int GATHER_MS = 5;
    private static final int PROOF_MS = 5_000;
    private static final int RETRY_MS = 500;
    /** A NOTIFY payload holds less than 8,000 bytes; an id and its comma take 37. */
    private static final int IDS_PER_NOTICE = 200;

    private static final Logger LOG = Logger.getLogger(PostgresBus.class);

    private final Vertx vertx;
    private final Pool pool;
    private final PgConnectOptions options;
    private final String proof = "proof:" + UUID.randomUUID();
    private final List<Consumer<Set<UUID>>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> gapListeners = new CopyOnWriteArrayList<>();
    private final Set<UUID> gathered = new LinkedHashSet<>();

    private volatile PgConnection connection;
    private volatile boolean proven;
    private volatile boolean connecting;
    private volatile boolean stopped;
    private long proofs;

    PostgresBus(
            Vertx vertx,
            Pool pool,
            @ConfigProperty(name = "podium.database.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.vertx = vertx;
        this.pool = pool;
        this.options = PgConnectOptions.fromUri(url).setUser(user).setPassword(password);
    }

    void start(@Observes @Priority(100) StartupEvent event) {
        listen();
        proofs = vertx.setPeriodic(PROOF_MS, id -> prove());
    }

    @PreDestroy
    void stop() {
        stopped = true;
        vertx.cancelTimer(proofs);
        var current = connection;
        if (current != null) current.close();
    }

    @Override
    public void publish(UUID game) {
        synchronized (gathered) {
            gathered.add(game);
            if (gathered.size() > 1) return;
        }
        vertx.setTimer(GATHER_MS, id -> send());
    }

    @Override
    public void subscribe(Consumer<Set<UUID>> listener) {
        listeners.add(listener);
    }

    @Override
    public void onGap(Runnable listener) {
        gapListeners.add(listener);
    }

    @Override
    public boolean listening() {
        return connection != null && proven;
    }

    private void send() {
        List<UUID> ids;
        synchronized (gathered) {
            ids = List.copyOf(gathered);
            gathered.clear();
        }
        for (int from = 0; from < ids.size(); from += IDS_PER_NOTICE) {
            var part = ids.subList(from, Math.min(ids.size(), from + IDS_PER_NOTICE));
            notify(part.stream().map(UUID::toString).collect(Collectors.joining(",")));
        }
    }

    private void notify(String payload) {
        pool.preparedQuery("SELECT pg_notify($1, $2)")
                .execute(Tuple.of(CHANNEL, payload))
                .onFailure(e -> LOG.debugf("A notice was lost: %s", e.getMessage()));
    }

    private void prove() {
        if (stopped) return;
        if (connection == null) {
            listen();
        } else if (!proven) {
            LOG.warn("The listener is silent; it is replaced");
            connection.close();
            lost();
        } else {
            proven = false;
            notify(proof);
        }
    }

    private void listen() {
        if (connecting || stopped) return;
        connecting = true;
        PgConnection.connect(vertx, options)
                .compose(c -> {
                    c.notificationHandler(n -> received(n.getPayload()));
                    c.closeHandler(v -> {
                        if (connection == c) lost();
                    });
                    return c.query("LISTEN " + CHANNEL).execute().map(c);
                })
                .onComplete(result -> {
                    connecting = false;
                    if (result.failed()) {
                        vertx.setTimer(RETRY_MS, id -> listen());
                        return;
                    }
                    connection = result.result();
                    proven = true;
                    gapListeners.forEach(Runnable::run);
                });
    }

    private void lost() {
        connection = null;
        proven = false;
        if (!stopped) vertx.setTimer(RETRY_MS, id -> listen());
    }

    private void received(String payload) {
        if (payload.startsWith("proof:")) {
            if (payload.equals(proof)) proven = true;
            return;
        }
        var ids = Stream.of(payload.split(",")).map(UUID::fromString).collect(Collectors.toSet());
        listeners.forEach(listener -> listener.accept(ids));
    }
}
