package dev.podium.bench;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One player: a seat, and the line it is held by. */
final class Phone implements LeanSocket.Ear {
    private final Crowd crowd;
    private final int index;
    private final Applicant applicant;
    private LeanLine line;
    private String ticket;
    private int n;
    private boolean seated;

    Phone(Crowd crowd, int index, Applicant applicant) {
        this.crowd = crowd;
        this.index = index;
        this.applicant = applicant;
    }

    void dial() {
        n++;
        line = crowd.dial(this);
    }

    void answer(int question, String answer, long elapsedMs) {
        line.send("{\"type\":\"answer\",\"id\":\"" + UUID.randomUUID() + "\",\"question\":" + question + ",\"answer\":"
                + answer + ",\"elapsedMs\":" + elapsedMs + "}");
    }

    /** Cuts the connection as a network does: without a word. */
    void cut() {
        seated = false;
        line.cut();
    }

    @Override
    public void opened() {
        line.send(
                ticket == null
                        ? applicant.join()
                        : "{\"type\":\"resume\",\"ticket\":\"" + ticket + "\",\"n\":" + n + ",\"v\":1}");
    }

    @Override
    public void text(byte[] bytes, int from, int to, long at) {
        if (Scan.is(bytes, from, to, Scan.TYPE, "state")) {
            crowd.state(index, bytes, from, to, at);
        } else if (Scan.is(bytes, from, to, Scan.TYPE, "ack")) {
            crowd.acknowledged(index, Scan.is(bytes, from, to, Scan.STATUS, "saved"), at);
        } else if (Scan.is(bytes, from, to, Scan.TYPE, "welcome")) {
            seated = true;
            ticket = Scan.text(bytes, from, to, Scan.TICKET);
            crowd.welcomed(index, at);
        } else if (Scan.is(bytes, from, to, Scan.TYPE, "error")) {
            if (applicant.renamed(bytes, from, to)) {
                line.send(applicant.join());
                return;
            }
            crowd.failed(
                    "player " + (index + 1) + " got " + new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void lost(String why) {
        if (seated) crowd.failed("the connection of player " + (index + 1) + " was " + why);
        else crowd.redial(this);
    }
}
