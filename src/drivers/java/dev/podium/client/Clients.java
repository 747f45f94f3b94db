package dev.podium.client;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * Many clients on one thread. Whatever a client does happens on that thread, what tests read of it may be read anywhere.
 * For more sockets than one thread can carry, start more of these.
 */
public final class Clients implements AutoCloseable {
    private static final int TICK_MS = 250;
    private static final int MOST_SOCKETS = 50_000;
    private static final int CLOSE_S = 10;
    /** Right and wrong words for whatever is asked; folding makes some of them equal. */
    private static final List<String> WORDS = List.of("Vatican", " vatican   CITY ", "Ｈoly See", "Monaco", "42");

    private final Vertx vertx;
    private final WebSocketClient sockets;
    private final HttpClient http;
    private final Random random;
    private final Queue<Link> links = new ConcurrentLinkedQueue<>();
    private volatile Manners manners = Manners.PLAIN;
    private final Queue<Runnable> ticks = new ConcurrentLinkedQueue<>();

    private Clients(long seed) {
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
        sockets = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(MOST_SOCKETS));
        // A connection for each request: through a balancer they meet one instance after the other.
        http = vertx.httpClientBuilder()
                .with(new HttpClientOptions().setKeepAlive(false))
                .with(new PoolOptions().setHttp1MaxSize(MOST_SOCKETS))
                .build();
        random = new Random(seed);
        vertx.setPeriodic(TICK_MS, id -> tick());
    }

    /** @param seed of everything that is left to chance here */
    public static Clients start(long seed) {
        return new Clients(seed);
    }

    public Phone phone(Door door, String pin, String nickname, Person person) {
        var phone = new Phone(this, pin, nickname, person);
        phone.connect(door);
        return phone;
    }

    public Insister insister(Door door, String pin, String takenNickname) {
        var insister = new Insister(this, pin, takenNickname);
        insister.connect(door);
        return insister;
    }

    public Remote remote(Door door, HostDesk desk, HostDesk.Opened game) {
        var remote = new Remote(this, desk.cookie(), game.id());
        remote.connect(door);
        return remote;
    }

    public Screen screen(Door door, HostDesk.Opened game) {
        var screen = new Screen(game.screenToken());
        screen.connect(this, door);
        return screen;
    }

    /** @param medianMs half of the answers come faster */
    public Person guesser(long medianMs) {
        return new Guesser(new Random(random.nextLong()), medianMs, WORDS);
    }

    /** How all phones send from now on. */
    public void manners(Manners of) {
        manners = of;
    }

    Manners manners() {
        return manners;
    }

    /** Cuts all connections at once, without a word. */
    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(CLOSE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("the clients do not close", e);
        }
    }

    Link link(Door door, Link.Owner owner) {
        var link = new Link(vertx, sockets, http, door, random, owner);
        links.add(link);
        return link;
    }

    void run(Runnable task) {
        vertx.runOnContext(v -> task.run());
    }

    void after(long ms, Runnable task) {
        vertx.setTimer(Math.max(1, ms), id -> task.run());
    }

    void often(Runnable task) {
        ticks.add(task);
    }

    private void tick() {
        long now = System.nanoTime();
        links.forEach(link -> link.tick(now));
        ticks.forEach(Runnable::run);
    }
}
