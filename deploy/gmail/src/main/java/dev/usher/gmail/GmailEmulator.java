package dev.usher.gmail;

import com.sun.net.httpserver.HttpServer;
import dev.usher.gmail.post.Bounce;
import dev.usher.gmail.post.Correspondence;
import dev.usher.gmail.post.Letter;
import dev.usher.gmail.post.Message;
import dev.usher.gmail.post.PostOffice;
import dev.usher.gmail.web.Door;
import dev.usher.gmail.web.Doors;
import dev.usher.gmail.web.FaultyLine;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A running Gmail emulator on 127.0.0.1. Its mailboxes lie in a directory that one emulator at a time may use; started there
 * again, it goes on with them, however the last one ended.
 */
public final class GmailEmulator implements Closeable {
    /** How long a hanging call hangs; a program's own timeout should be shorter. */
    public static final Duration HANG = Duration.ofSeconds(30);

    private final PostOffice office;
    private final Faults faults;
    private final Correspondence correspondence;
    private final FaultyLine line;
    private final HttpServer server;
    private final ExecutorService threads;

    private GmailEmulator(
            PostOffice office, Correspondence correspondence, Faults faults, FaultyLine line, HttpServer server) {
        this.office = office;
        this.correspondence = correspondence;
        this.faults = faults;
        this.line = line;
        this.server = server;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    /** @param port 0 for any free one */
    public static GmailEmulator start(Path dir, int port) throws IOException {
        return start(dir, port, Clock.systemUTC(), HANG);
    }

    /**
     * @param clock gives mails their time of arrival
     * @param hang how long {@link FaultKind#HANG} hangs
     */
    public static GmailEmulator start(Path dir, int port, Clock clock, Duration hang) throws IOException {
        // Without it small answers wait 40 ms for the client's delayed acknowledgement; read when the server's classes
        // load.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        var office = open(dir, clock, server);
        var faults = new Faults();
        var line = new FaultyLine(office, faults, hang);
        var correspondence = new Correspondence(office, clock);
        var emulator = new GmailEmulator(office, correspondence, faults, line, server);
        emulator.serve(Doors.open(office, correspondence, faults, line, clock));
        return emulator;
    }

    private static PostOffice open(Path dir, Clock clock, HttpServer server) throws IOException {
        try {
            return new PostOffice(dir, clock);
        } catch (IOException | RuntimeException e) {
            server.stop(0);
            throw e;
        }
    }

    private void serve(Door door) {
        server.createContext("/", door::handle);
        server.setExecutor(threads);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Without a slash at the end; the root URL of Google's client needs one. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public Faults faults() {
        return faults;
    }

    /** The owners of the mailboxes. */
    public List<String> users() {
        return office.users();
    }

    /** All mail of that owner, drafts too, oldest first; opens the mailbox. */
    public List<Mail> mails(String user) {
        return office.messages(PostOffice.name(user)).stream().map(this::mail).toList();
    }

    private Mail mail(Message message) {
        return new Mail(message, office.letter(message));
    }

    /** A mail from the outside world arrives at that owner's. */
    public Mail receive(String user, String rfc822) {
        var letter = Letter.of(rfc822.getBytes(StandardCharsets.UTF_8));
        return mail(office.receive(PostOffice.name(user), letter));
    }

    /** The owner answers a mail by hand; the answer is sent, in the thread. */
    public Mail reply(String user, String id, String text) {
        return mail(correspondence.reply(PostOffice.name(user), id, text));
    }

    /** Her absence note answers it. */
    public Mail outOfOffice(String user, String id) {
        return mail(correspondence.outOfOffice(PostOffice.name(user), id, ""));
    }

    /** The mail did not reach her; what comes back is the report in its sender's mailbox. */
    public Mail bounce(String user, String id, Bounce kind) {
        return mail(correspondence.bounce(PostOffice.name(user), id, kind));
    }

    @Override
    public void close() throws IOException {
        line.close();
        server.stop(0);
        threads.close();
        office.close();
    }
}
