package dev.podium.process;

import dev.podium.client.Clients;
import dev.podium.client.Door;
import dev.podium.client.Names;
import dev.podium.client.Person;
import dev.podium.client.Phone;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** All phones of a game. Any thread may add one. */
public record Crowd(List<Phone> phones) {

    private static final Names NAMES = new Names(5);

    public Crowd {
        phones = new CopyOnWriteArrayList<>(phones);
    }

    /** Seats so many players and waits until everybody is welcome. */
    public static Crowd join(Clients clients, IntFunction<Door> door, String pin, int size, IntFunction<Person> who) {
        var phones = IntStream.range(0, size)
                .mapToObj(i -> clients.phone(door.apply(i), pin, NAMES.of(i), who.apply(i)))
                .toList();
        var crowd = new Crowd(phones);
        crowd.await("welcome", Phone::welcomed);
        return crowd;
    }

    /** Somebody comes late. */
    public void add(Phone phone) {
        phones.add(phone);
    }

    public void await(String what, Predicate<Phone> condition) {
        Patience.until(
                "everybody: " + what,
                () -> phones.stream().allMatch(condition),
                () -> phones.stream()
                        .filter(condition.negate())
                        .limit(3)
                        .map(Crowd::describe)
                        .toList());
    }

    public void awaitPhase(String phase) {
        await("sees " + phase, phone -> phone.shows(phase));
    }

    /** Everybody shows this question, open. */
    public void awaitQuestion(int index) {
        await(
                "sees question " + index,
                phone -> phone.shows("question")
                        && phone.now().state().getJsonObject("question").getInteger("index") == index);
    }

    public void wake() {
        phones.forEach(Phone::wake);
    }

    private static String describe(Phone phone) {
        return phone.nickname() + " welcome=" + phone.welcomed() + " closed=" + phone.closedFor() + " errors="
                + phone.errors() + " shows=" + phone.now() + " last ack="
                + phone.acks().stream().reduce((first, second) -> second).orElse(null);
    }
}
