package dev.podium.chaos;

import dev.podium.chaos.Fault.Moment;
import dev.podium.client.Clients;
import dev.podium.client.HostDesk;
import dev.podium.process.Finding;
import dev.podium.process.Ledger;
import dev.podium.process.Oracle;
import dev.podium.process.Patience;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Some games that are played whole and at the same time, question by question, while the program's faults happen. */
final class Round {
    private static final int SOON_MS = 1_200;

    private final Arena arena;
    private final Program program;
    private final Options options;
    private final int number;
    private final List<Try> tries = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private List<Party> parties;
    private ExecutorService striking;

    Round(Arena arena, Program program, Options options, int number) {
        this.arena = arena;
        this.program = program;
        this.options = options;
        this.number = number;
    }

    /** In the order in which they were over. */
    List<Try> tries() {
        return tries;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Party> parties() {
        return parties;
    }

    void play(Doors doors) throws Exception {
        arena.awaitInstances();
        striking =
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
        try (var clients = Clients.start(options.seed() + number)) {
            open(clients, doors);
            for (int i = 0; i < program.questions().size(); i++) play(i);
            int played = program.questions().size();
            for (; played < program.questions().size() + arena.appended(); played++) {
                everywhere(party -> party.remote().press("advance"));
                await("break");
                play(played);
            }
            everywhere(party -> party.remote().press("advance"));
            await("finished");
            if (program.has(Fault.APPEND)) playOn(played);
            arena.awaitWell();
            Patience.until(
                    "nobody keeps an answer", () -> arena.phones().stream().noneMatch(phone -> phone.keepsAnswers()));
            judge();
        } finally {
            arena.leave();
            striking.shutdownNow();
        }
    }

    /** One more quiz after the podium, for those who are still there. */
    private void playOn(int question) throws Exception {
        arena.awaitInstances();
        everywhere(party -> party.append(party.another(question)));
        await("break");
        play(question);
        everywhere(party -> party.remote().press("advance"));
        await("finished");
    }

    private void open(Clients clients, Doors doors) throws Exception {
        var desk = HostDesk.signIn(arena.cluster().lone().base(), Run.HOST, Run.PASSWORD);
        parties = IntStream.range(0, options.games())
                .mapToObj(i -> open(clients, doors, desk, i))
                .toList();
        arena.enter(clients, parties);
        strike(program.joining()).get();
        everywhere(Party::awaitSeats);
    }

    /** Each game begins with another kind, so that every fault meets them all. */
    private Party open(Clients clients, Doors doors, HostDesk desk, int index) {
        var title = "Game " + number + "." + index;
        int questions = program.questions().size();
        int first = (number * options.games() + index) * questions;
        var quiz = desk.write(Paper.quiz(title, first, questions, options.timeLimitMs()));
        // Every second game has a host at its door, who lets in all that wait.
        boolean approval = program.has(Fault.DOOR) && index % 2 == 1;
        return Party.open(clients, doors, desk, title, quiz, options.players(), options.medianMs(), approval);
    }

    private void play(int question) throws Exception {
        program.in(question).forEach(fault -> fault.prepare(arena));
        arena.awaitWell();
        everywhere(party -> party.remote().press("advance"));
        var early = strike(program.at(question, Moment.READY));
        Patience.until(
                "a host sees question " + question,
                () -> parties.getFirst().remote().shows("question"));
        var late = strike(program.at(question, Moment.QUESTION));
        await("reveal");
        early.get();
        late.get();
        strike(program.at(question, Moment.REVEAL)).get();
        everywhere(party -> party.remote().press("advance"));
        await("standings");
        strike(program.at(question, Moment.STANDINGS)).get();
    }

    /** One after the other, on a thread of their own, soon. */
    private Future<?> strike(List<Fault> faults) {
        return striking.submit(() -> {
            for (var fault : faults) {
                Thread.sleep(arena.random().nextInt(SOON_MS));
                var attempt = new Try(fault);
                arena.tries(attempt);
                fault.strike(arena, attempt);
                tries.add(attempt);
            }
            return null;
        });
    }

    private void await(String phase) {
        everywhere(party -> party.awaitPhase(phase));
    }

    /** With all hosts at the same time. */
    private void everywhere(Consumer<Party> act) {
        try (var hosts = Executors.newVirtualThreadPerTaskExecutor()) {
            var acts = parties.stream()
                    .map(party -> hosts.submit(() -> act.accept(party)))
                    .toList();
            for (var one : acts) one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        }
    }

    private void judge() throws SQLException {
        try (var database = arena.cluster().database()) {
            for (var party : parties) {
                var ledger = Ledger.read(database, party.game().id());
                var watching = List.of(party.remote().now(), party.screen().now());
                findings.addAll(Oracle.examine(ledger, party.crowd().phones(), watching));
                findings.addAll(Foreign.examine(party));
            }
        }
    }
}
