package dev.podium.process;

import dev.podium.client.Phone;
import dev.podium.client.Remote;
import java.util.List;
import java.util.Random;

/** What can happen to a cluster while a game is played, one thing after the other until it is told to end. */
final class Mischief implements Runnable {
    private static final int REST_MS = 1_000;
    private static final int LONGEST_REST_MS = 3_500;
    /** Some outages are long enough to be made up for, some are not. */
    private static final int LONGEST_OUTAGE_MS = 6_000;

    private final Cluster cluster;
    private final List<Phone> phones;
    private final Remote remote;
    private final Random random;
    private volatile Throwable failure;

    Mischief(Cluster cluster, List<Phone> phones, Remote remote, Random random) {
        this.cluster = cluster;
        this.phones = phones;
        this.remote = remote;
        this.random = random;
    }

    /** What went wrong without being meant to; null when nothing did. */
    Throwable failure() {
        return failure;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(random.nextInt(REST_MS, LONGEST_REST_MS));
                happen();
                cluster.revive();
                // Faster than that nobody could play on.
                Patience.until("an instance is ready", cluster::anyReady);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void happen() throws InterruptedException {
        int one = random.nextInt(cluster.doors().size());
        switch (random.nextInt(5)) {
            case 0 -> kill(one);
            case 1 -> {
                for (int i = 0; i < cluster.doors().size(); i++) kill(i);
                Thread.sleep(random.nextInt(LONGEST_OUTAGE_MS));
            }
            case 2 -> {
                say("instance " + one + " is asked to end");
                if (cluster.instance(one).alive()) cluster.instance(one).stop();
            }
            case 3 -> {
                say("PostgreSQL is killed");
                cluster.killPostgres();
                Thread.sleep(random.nextInt(LONGEST_OUTAGE_MS));
                cluster.restartPostgres();
            }
            default -> {
                say("many lose the network");
                phones.stream().filter(phone -> random.nextInt(3) == 0).forEach(Phone::drop);
                if (random.nextBoolean()) remote.drop();
            }
        }
    }

    private void kill(int instance) {
        say("instance " + instance + " is killed");
        if (cluster.instance(instance).alive()) cluster.instance(instance).kill();
    }

    private static void say(String what) {
        System.out.println("  " + what);
    }
}
