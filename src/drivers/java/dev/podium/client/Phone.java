package dev.podium.client;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * A player's phone: takes a seat, keeps it through every loss, shows what the server says, and lets its person tap.
 *
 * <p>It keeps a diary for tests: every answer it made, every acknowledgement, every state it showed. All of it may be
 * read by any thread.
 */
public final class Phone {
    /** One state as it was shown. */
    public record Shown(long seq, JsonObject state) {
        public String phase() {
            return state.getString("phase");
        }
    }

    /**
     * A time without a connection, or with an answer that nobody acknowledged, on {@link System#nanoTime}'s scale.
     *
     * @param stepMs the step of the back-off that it waited last
     */
    public record Absence(long from, long to, long stepMs) {}

    /** An acknowledgement that takes longer is missed. */
    private static final long MISSED_NS = TimeUnit.SECONDS.toNanos(1);

    private static final long AFTER_PAUSE_MS = 300;
    private static final int NOWHERE = -1;

    private final Clients clients;
    private final String pin;
    private final Person person;
    private String key = UUID.randomUUID().toString();
    private String handover;
    private final ServerClock clock = new ServerClock();
    private final Outbox outbox = new Outbox();

    private final Queue<JsonObject> answers = new ConcurrentLinkedQueue<>();
    private final Queue<Ack> acks = new ConcurrentLinkedQueue<>();
    private final Queue<Shown> shown = new ConcurrentLinkedQueue<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final Queue<Absence> absences = new ConcurrentLinkedQueue<>();
    private final Map<Integer, JsonObject> reveals = new ConcurrentHashMap<>();

    private final Set<Integer> faced = new HashSet<>();
    private Link link;
    private long n;
    private long askedAt;
    private int lookingAt = NOWHERE;
    private long shownAt;
    private Optional<JsonObject> heldBack = Optional.empty();
    private volatile String nickname;
    private volatile String ticket;
    private volatile JsonObject player;
    private volatile Shown now;
    private volatile boolean welcome;
    private volatile long lostAt = System.nanoTime();
    private volatile int welcomes;
    private volatile int closedFor;

    Phone(Clients clients, String pin, String nickname, Person person) {
        this.clients = clients;
        this.pin = pin;
        this.nickname = nickname;
        this.person = person;
    }

    void connect(Door door) {
        link = clients.link(door, new Connection());
        clients.often(this::sendDue);
        clients.run(link::dial);
    }

    /** Answers the question that it shows, now. */
    public void tap(JsonObject answer) {
        clients.run(() -> answer(answer));
    }

    /** Its owner picks it up: no waiting for the next attempt. */
    public void wake() {
        clients.run(link::wake);
    }

    /** Loses the network for a moment, in the middle of whatever it does. */
    public void drop() {
        clients.run(link::drop);
    }

    /** The person has scanned what this seat's phone showed, and goes on with another one, which knows nothing yet. */
    public void moveIn(String code) {
        clients.run(() -> {
            key = UUID.randomUUID().toString();
            handover = code;
            ticket = null;
            link.drop();
        });
    }

    /** Leaves by mistake, and comes back at once. */
    public void stepOut() {
        clients.run(() -> {
            link.send(new JsonObject().put("type", "leave"));
            link.drop();
        });
    }

    public void leave() {
        clients.run(() -> {
            link.send(new JsonObject().put("type", "leave"));
            link.end();
        });
    }

    /** Its own wish, and after the first welcome the name it has: where the wish is taken, it takes the free one that is offered. */
    public String nickname() {
        return nickname;
    }

    /** Its seat; null before the first welcome. */
    public String id() {
        var seat = player;
        return seat == null ? null : seat.getString("id");
    }

    public String ticket() {
        return ticket;
    }

    /** Whether it is connected and welcomed at present. */
    public boolean welcomed() {
        return welcome;
    }

    public int welcomes() {
        return welcomes;
    }

    /** What it shows; null before the first welcome. */
    public Shown now() {
        return now;
    }

    public boolean shows(String phase) {
        var current = now;
        return current != null && current.phase().equals(phase);
    }

    /** The close code that ended it; 0 as long as it goes on. */
    public int closedFor() {
        return closedFor;
    }

    /** Every answer its person gave, as it was first sent. */
    public List<JsonObject> answers() {
        return List.copyOf(answers);
    }

    public List<Ack> acks() {
        return List.copyOf(acks);
    }

    /** Whether something is still waiting for an acknowledgement. */
    public boolean keepsAnswers() {
        return !outbox.isEmpty();
    }

    /** Whether it is connected, and nothing that it sent is missed. */
    public boolean isWell() {
        return welcome && !outbox.keepsSince(System.nanoTime() - MISSED_NS);
    }

    /** When it lost its connection last, on {@link System#nanoTime}'s scale. */
    public long lostAt() {
        return lostAt;
    }

    public List<Absence> absences() {
        return List.copyOf(absences);
    }

    /** Whether it waits for its person to tap. */
    public boolean gaveUp() {
        return !welcome && link.gaveUp();
    }

    public List<Shown> shown() {
        return List.copyOf(shown);
    }

    /** The reveals it saw, by the question's index; of several the last. */
    public Map<Integer, JsonObject> reveals() {
        return Map.copyOf(reveals);
    }

    public List<String> errors() {
        return List.copyOf(errors);
    }

    /** The server's time as this phone knows it, in milliseconds. */
    public long serverTimeMs() {
        return clock.nowMs();
    }

    private void received(JsonObject frame) {
        switch (frame.getString("type")) {
            case "welcome" -> welcomed(frame);
            case "state" -> {
                if (now == null || frame.getLong("seq") > now.seq) show(frame);
            }
            case "ack" -> {
                var ack = Ack.of(frame);
                acks.add(ack);
                outbox.acknowledged(ack).ifPresent(madeAt -> {
                    if (ack.heardAt() - madeAt > MISSED_NS) absences.add(new Absence(madeAt, ack.heardAt(), 0));
                });
            }
            case "pong" -> clock.sample(frame.getLong("t"), frame.getLong("serverTime"));
            case "error" -> refused(frame);
            case "bye" -> link.bye(frame.getLong("reconnectInMs"));
            default -> {}
        }
    }

    private void refused(JsonObject frame) {
        var code = frame.getString("code");
        errors.add(code);
        if (ticket != null || !code.equals("nickname-taken")) return;
        nickname = Names.instead(nickname, frame.getString("suggestion"));
        link.send(join());
    }

    private JsonObject join() {
        var join = new JsonObject()
                .put("type", "join")
                .put("pin", pin)
                .put("nickname", nickname)
                .put("key", key)
                .put("v", 1);
        return handover == null ? join : join.put("handover", handover);
    }

    private void welcomed(JsonObject frame) {
        clock.sample(askedAt, frame.getLong("serverTime"));
        link.heartbeat(frame.getLong("heartbeatMs"));
        ticket = frame.getString("ticket");
        player = frame.getJsonObject("player");
        nickname = player.getString("nickname");
        if (welcomes++ > 0) absences.add(new Absence(lostAt, System.nanoTime(), link.stepMs()));
        outbox.reconnected();
        show(frame);
        welcome = true;
        link.send(Link.ping(System.nanoTime()));
        sendDue();
    }

    private void show(JsonObject frame) {
        now = new Shown(frame.getLong("seq"), frame.getJsonObject("state"));
        shown.add(now);
        switch (now.phase()) {
            case "question" -> face(now.state);
            case "reveal" -> reveals.put(index(now.state), now.state);
            default -> {}
        }
    }

    private void face(JsonObject state) {
        int index = index(state);
        if (lookingAt != index) {
            lookingAt = index;
            shownAt = System.nanoTime();
            heldBack = Optional.empty();
        }
        if (state.getBoolean("paused", false)) return;
        outbox.open(index);
        sendDue();
        heldBack.ifPresent(answer -> clients.after(AFTER_PAUSE_MS, () -> tapped(index, answer)));
        heldBack = Optional.empty();
        if (state.containsKey("mine") || !faced.add(index)) return;
        person.faces(state.getJsonObject("question"))
                .ifPresent(tap -> clients.after(tap.afterMs(), () -> tapped(index, tap.answer())));
    }

    /** Counts only where the question is still there to be tapped. */
    private void tapped(int index, JsonObject answer) {
        if (!shows("question") || index(now.state) != index) return;
        if (now.state.getBoolean("paused", false)) heldBack = Optional.of(answer);
        else if (!isOver()) answer(answer);
    }

    private boolean isOver() {
        var closesAt = now.state.getLong("closesAt");
        return closesAt != null && clock.nowMs() >= closesAt;
    }

    private void answer(JsonObject answer) {
        var frame = new JsonObject()
                .put("type", "answer")
                .put("id", UUID.randomUUID().toString())
                .put("question", index(now.state))
                .put("answer", answer)
                .put("elapsedMs", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - shownAt));
        answers.add(frame);
        outbox.add(frame);
        sendDue();
    }

    private void sendDue() {
        if (!welcome) return;
        var due = outbox.due(System.nanoTime());
        for (var frame : clients.manners().arrange(due, answers)) if (link.send(frame)) link.probe();
    }

    private static int index(JsonObject state) {
        return state.getJsonObject("question").getInteger("index");
    }

    private final class Connection implements Link.Owner {
        @Override
        public String path() {
            return "/ws/play";
        }

        @Override
        public MultiMap headers() {
            return MultiMap.caseInsensitiveMultiMap();
        }

        @Override
        public boolean standsIn() {
            return true;
        }

        @Override
        public void opened() {
            askedAt = System.nanoTime();
            link.send(ticket == null ? join() : resume());
        }

        private JsonObject resume() {
            return new JsonObject()
                    .put("type", "resume")
                    .put("ticket", ticket)
                    .put("n", ++n)
                    .put("v", 1);
        }

        @Override
        public void received(JsonObject frame) {
            Phone.this.received(frame);
        }

        @Override
        public void lost(int code, boolean last) {
            if (welcome) lostAt = System.nanoTime();
            welcome = false;
            if (last) closedFor = code;
        }
    }
}
