package dev.podium.client;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How people call themselves: many alike, some in signs, scripts and lengths that a careless program trips over. One seed
 * always gives the same names; any thread may ask. No name has more than {@value #LONGEST} characters.
 */
public record Names(long seed) {
    static final int LONGEST = 20;

    /** So many sit together, and the last two of them are friends of one name. */
    private static final int TABLE = 10;

    private static final int PER_CENT = 100;

    /** The most popular first. */
    private static final List<String> FIRST = List.of(
            "Anna", "Ben", "Emma", "Paul", "Mia", "Leon", "Sofia", "Noah", "Lena", "Finn", "Marie", "Elias", "Lea",
            "Jonas", "Ida", "Luis", "Clara", "Max", "Zoé", "Tom", "Nele", "Jan", "Eva", "Ali", "Maja", "Ole", "Ana",
            "Tim", "Åsa", "Liam", "Inês", "Karl", "Jana", "Hugo", "Olga", "Rosa", "Piotr", "Yara", "Enzo", "Tess");

    private static final List<String> LAST = List.of(
            "Müller",
            "Schmidt",
            "Novak",
            "Rossi",
            "Garcia",
            "Kaya",
            "Nguyen",
            "Jensen",
            "Dubois",
            "Kowalska",
            "O'Brien",
            "Silva",
            "Horvat",
            "Popescu",
            "Weiß",
            "Öztürk",
            "Meyer",
            "Fischer",
            "Svensson",
            "Ivanova",
            "Smith",
            "Tanaka");

    private static final List<String> SIGNS =
            List.of("🦊", "🔥", "❤️", "👍🏽", "🇩🇪", "👩‍👩‍👧", "🐙🐙", "✨", "🏴‍☠️", "9️⃣");

    private static final List<String> ARABIC_FIRST = List.of("محمد", "ليلى", "يوسف", "فاطمة", "عمر", "نور");
    private static final List<String> ARABIC_LAST = List.of("حداد", "منصور", "سالم", "خليل", "ناصر", "عبّاس");

    /** Eleven and eight letters: with the space {@value #LONGEST}. */
    private static final List<String> LONG_FIRST = List.of("Maximiliane", "Christopher", "Bartholomew", "Constantine");

    private static final List<String> LONG_LAST = List.of(
            "Schröder", "Williams", "Fairbank", "Petersen", "Kowalski", "Marchand", "Lindberg", "O'Connor", "Castillo");

    /** The name of the person with that number, from 0 on. */
    public String of(int index) {
        if (index % TABLE == TABLE - 1) return of(index - 1);
        var random = new SplittableRandom(seed * 31 + index);
        int roll = random.nextInt(PER_CENT);
        if (roll < 8) return first(random);
        if (roll < 40) return first(random) + " " + (char) random.nextInt('A', 'Z' + 1) + ".";
        if (roll < 72) return first(random) + " " + any(LAST, random);
        if (roll < 84) return first(random) + " " + any(SIGNS, random);
        if (roll < 92) return any(ARABIC_FIRST, random) + " " + any(ARABIC_LAST, random);
        return any(LONG_FIRST, random) + " " + any(LONG_LAST, random);
    }

    /**
     * What a page does where a name is taken: it takes the free one.
     *
     * @param offered null where the server knows none; then the name gets a number
     */
    public static String instead(String taken, String offered) {
        if (offered != null) return offered;
        int number = ThreadLocalRandom.current().nextInt(100, 1_000);
        return taken.replaceFirst(" [0-9]+$", "") + " " + number;
    }

    private static String first(SplittableRandom random) {
        double part = random.nextDouble();
        return FIRST.get((int) (FIRST.size() * part * Math.sqrt(part)));
    }

    private static String any(List<String> of, SplittableRandom random) {
        return of.get(random.nextInt(of.size()));
    }
}
