package dev.podium.chaos;

import dev.podium.chaos.Fault.Moment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What goes wrong in the games of one round, which are played at the same time.
 *
 * @param joining while players take their seats
 * @param questions for each question of the games what goes wrong in it, in the order of its moments
 */
record Program(List<Fault> joining, List<List<Fault>> questions, boolean haproxy) {
    private static final int TIMES = 3;

    /** Each fault has its own games, and strikes in every question of them. */
    static List<Program> thorough(List<Fault> faults) {
        return faults.stream().map(Program::of).toList();
    }

    /** Every fault strikes once, in as few games as possible: in each question one that disturbs answering, and the others besides. */
    static List<Program> brief(List<Fault> faults) {
        var byMoment = new EnumMap<Moment, List<Fault>>(Moment.class);
        for (var moment : Moment.values()) byMoment.put(moment, new ArrayList<>());
        var programs = new ArrayList<Program>();
        for (var fault : faults) {
            if (fault == Fault.HAPROXY) programs.add(new Program(List.of(), List.of(List.of(fault)), true));
            else byMoment.get(fault.moment()).add(fault);
        }
        var questions = new ArrayList<List<Fault>>();
        byMoment.get(Moment.READY).forEach(fault -> questions.add(new ArrayList<>(List.of(fault))));
        byMoment.get(Moment.QUESTION).forEach(fault -> questions.add(new ArrayList<>(List.of(fault))));
        spread(byMoment.get(Moment.REVEAL), questions);
        spread(byMoment.get(Moment.STANDINGS), questions);
        if (questions.isEmpty()) questions.add(List.of());
        programs.addFirst(new Program(byMoment.get(Moment.JOINING), List.copyOf(questions), false));
        return programs;
    }

    private static Program of(Fault fault) {
        boolean once = fault.moment() == Moment.JOINING;
        var questions = new ArrayList<List<Fault>>();
        for (int i = 0; i < TIMES; i++) questions.add(once ? List.of() : List.of(fault));
        return new Program(once ? List.of(fault) : List.of(), questions, fault == Fault.HAPROXY);
    }

    private static void spread(List<Fault> faults, List<List<Fault>> questions) {
        for (int i = 0; i < faults.size(); i++) {
            if (i == questions.size()) questions.add(new ArrayList<>());
            questions.get(i).add(faults.get(i));
        }
    }

    String titles() {
        return Stream.concat(joining.stream(), questions.stream().flatMap(List::stream))
                .distinct()
                .map(Fault::title)
                .collect(Collectors.joining(", "));
    }

    /** What strikes in a question; nothing in those of a quiz that has followed. */
    List<Fault> in(int question) {
        return question < questions.size() ? questions.get(question) : List.of();
    }

    boolean has(Fault fault) {
        return joining.contains(fault) || questions.stream().anyMatch(faults -> faults.contains(fault));
    }

    /** What strikes at that moment of a question. */
    List<Fault> at(int question, Moment moment) {
        return in(question).stream().filter(fault -> fault.moment() == moment).toList();
    }
}
