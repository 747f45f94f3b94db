package dev.podium.configuration;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * Every setting there is. A setting is named as its methods are, {@code podium.media.largest}, or as an environment variable,
 * {@code PODIUM_MEDIA_LARGEST}. What profiles choose otherwise, and what is set of Quarkus, stands in {@code application.properties}.
 */
@ConfigMapping(prefix = "podium")
@RegisterForReflection
public interface Configuration {

    @Setting(
            "what phones and screens open, like https://quiz.example.org; without it Podium answers only under addresses and"
                    + " names of its own machine")
    Optional<String> publicUrl();

    @Setting(
            value =
                    "proxies of ours before an instance, each of which adds the address it sees to X-Forwarded-For; limits"
                            + " count a client by what the first of them wrote. 0: nobody is believed",
            unit = "proxies",
            most = 16)
    @WithDefault("0")
    int trustedProxies();

    @Setting("a host to sign in as and a quiz to play, made at the start: for a laptop")
    @WithDefault("false")
    @WithConverter(TrueOrFalse.class)
    boolean demo();

    @Setting(
            value = "bcrypt's cost of hosts' passwords: one more doubles the time of a sign-in, and of a guess",
            unit = "",
            least = 4,
            most = 31)
    @WithDefault("12")
    int passwordCost();

    @Setting(
            "how instances hear of each other: postgres, which needs nothing else, or valkey, for thousands of games at once")
    @WithDefault("postgres")
    Carrier bus();

    @Setting(
            value =
                    "between two pings to a phone; one that says nothing for a little more than twice as long is taken for gone",
            unit = "ms",
            least = 100,
            most = 300_000)
    @WithDefault("15000")
    long heartbeatMs();

    Database database();

    Valkey valkey();

    Library library();

    Media media();

    Games games();

    Answers answers();

    Joins joins();

    Socket socket();

    Drain drain();

    Report report();

    Log log();

    Traces traces();

    Oidc oidc();

    /** What carries hints between instances. */
    enum Carrier {
        POSTGRES,
        VALKEY
    }

    /** Takes nothing else for a no. */
    final class TrueOrFalse implements Converter<Boolean> {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean convert(String value) {
            return switch (value.strip().toLowerCase(Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException(value);
            };
        }
    }

    /** The one PostgreSQL. */
    @RegisterForReflection
    interface Database {
        @Setting("where PostgreSQL 18 is; its user and password are the framework's settings, above")
        @WithDefault("postgresql://localhost:5432/podium")
        String url();

        @Setting(
                "whether an instance brings an older or empty database up to date; with false it only looks, and ends where"
                        + " the tables are too old: another one, such as the Job in k8s/base, makes them")
        @WithDefault("true")
        @WithConverter(TrueOrFalse.class)
        boolean migrate();

        @Setting("makes the tables, or finds them made, and ends: for a Job")
        @WithDefault("false")
        @WithConverter(TrueOrFalse.class)
        boolean migrateOnly();

        @Setting("whether an instance is unready while its database does not flush its commits; in production true")
        @WithDefault("false")
        @WithConverter(TrueOrFalse.class)
        boolean durableRequired();

        @Setting(
                value =
                        "how long the database may be away before an instance takes nobody in any more: a short outage is"
                                + " everybody's",
                unit = "s",
                least = 1)
        @WithDefault("300")
        long awayLongestS();
    }

    /** The other way for hints. */
    @RegisterForReflection
    interface Valkey {
        @Setting("where Valkey (or Redis) is, like redis://host:6379; needed where PODIUM_BUS is valkey")
        Optional<String> url();
    }

    /** Games that are over. */
    @RegisterForReflection
    interface Games {
        @Setting(
                "for how long a game that is over is kept, with its players and their answers, like P90D; without it until"
                        + " its host deletes it")
        Optional<Duration> longest();
    }

    /** Quizzes, and those thrown away. */
    @RegisterForReflection
    interface Library {
        @Setting("for how long a quiz stays in the trash, like P30D")
        @WithDefault("P30D")
        Duration trashLongest();
    }

    /** Pictures, sounds and films that hosts upload. */
    @RegisterForReflection
    interface Media {
        @Setting(value = "the largest upload", unit = "bytes", least = 1, most = 63 << 20)
        @WithDefault("20971520")
        long largest();

        @Setting(
                value = "the largest quiz with its media, as one file and unpacked",
                unit = "bytes",
                least = 1,
                most = 63 << 20)
        @WithDefault("52428800")
        long largestArchive();

        @Setting(value = "all uploads of a host together", unit = "bytes", most = Long.MAX_VALUE)
        @WithDefault("2147483648")
        long quota();

        @Setting("for how long an upload is kept that no quiz and no game uses, like P30D or PT12H")
        @WithDefault("P30D")
        Duration unusedLongest();
    }

    /** Small writes, gathered into few statements. */
    interface Batches {
        int delayMs();

        int rows();

        int capacity();
    }

    /** Answers on their way to a commit. Nobody sees an acknowledgement wait, and a row costs less in a larger statement. */
    @RegisterForReflection
    interface Answers extends Batches {
        @Setting(
                value =
                        "from the beginning of a statement that stores answers to the next one's, unless so many wait that"
                                + " they fill it",
                unit = "ms",
                least = 1,
                most = 1_000)
        @WithDefault("40")
        @Override
        int delayMs();

        @Setting(value = "answers in one statement", unit = "answers", least = 1, most = 10_000)
        @WithDefault("1000")
        @Override
        int rows();

        @Setting(
                value = "answers that may wait; one more is refused, and its phone sends it again",
                unit = "answers",
                least = 1)
        @WithDefault("50000")
        @Override
        int capacity();
    }

    /** Joins, resumes and departures. People see themselves join. */
    @RegisterForReflection
    interface Joins extends Batches {
        @Setting(value = "the same for joins, and for phones that come back", unit = "ms", least = 1, most = 1_000)
        @WithDefault("16")
        @Override
        int delayMs();

        @Setting(value = "joins in one statement", unit = "joins", least = 1, most = 10_000)
        @WithDefault("500")
        @Override
        int rows();

        @Setting(value = "joins that may wait; one more is asked to try again", unit = "joins", least = 1)
        @WithDefault("20000")
        @Override
        int capacity();
    }

    /** Sockets are renewed at a spread age, before a proxy's ten minutes end. */
    @RegisterForReflection
    interface Socket {
        @Setting(value = "the age at which a socket is renewed at the earliest", unit = "s", least = 1)
        @WithDefault("420")
        long minAgeS();

        @Setting(value = "and at the latest: before whatever proxy cuts it", unit = "s", least = 2)
        @WithDefault("540")
        long maxAgeS();
    }

    /** The end of an instance. */
    @RegisterForReflection
    interface Drain {
        @Setting(value = "over how long an instance that is asked to end sends its sockets away, at most", unit = "ms")
        @WithDefault("45000")
        long longestMs();
    }

    /** What an instance tells of itself. */
    @RegisterForReflection
    interface Log {
        @Setting("the log as a JSON object a line, as collectors want it, instead of lines for people")
        @WithDefault("false")
        @WithConverter(TrueOrFalse.class)
        boolean json();
    }

    /** How single answers and commands went their way. */
    @RegisterForReflection
    interface Traces {
        @Setting(
                "where a collector takes traces by OTLP over HTTP, like http://collector:4318/v1/traces; without it nothing is"
                        + " traced, and that costs nothing")
        Optional<String> url();

        @Setting(value = "how many of a hundred answers are traced; commands of hosts all are", unit = "%", most = 100)
        @WithDefault("1")
        int answersPercent();
    }

    /** Hosts whom somebody else vouches for, beside those with passwords. */
    @RegisterForReflection
    interface Oidc {
        @Setting("an OpenID Connect provider by which hosts sign in too, like https://login.example.org/realms/school")
        Optional<String> issuer();

        @Setting("what the provider calls Podium; it sends people back to /api/session/provider")
        Optional<String> clientId();

        @Setting("proves to the provider that it is Podium who asks")
        Optional<String> clientSecret();

        @Setting("what hosts call the provider: it stands on a button")
        @WithDefault("OpenID Connect")
        String name();

        @Setting(
                "the claim that tells at each sign-in who is what, like groups or realm_access/roles; without it whoever"
                        + " has an account at the provider is let in, as a host")
        Optional<String> roleClaim();

        @Setting("who has this in that claim is an admin")
        Optional<String> adminValue();

        @Setting("who has this in it is a host, and who has neither is not let in; without it everybody else is a host")
        Optional<String> hostValue();
    }

    /** What hosts fetch after a game. */
    @RegisterForReflection
    interface Report {
        @Setting(
                value = "after this long a report is broken off whose reader is too slow: others wait",
                unit = "ms",
                least = 1)
        @WithDefault("120000")
        long longestMs();
    }
}
