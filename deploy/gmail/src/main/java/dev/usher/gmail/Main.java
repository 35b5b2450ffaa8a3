package dev.usher.gmail;

import java.io.IOException;
import java.nio.file.Path;

/** The emulator as a process of its own. */
public final class Main {
    private static final String HELP = """
            A Gmail for one machine: Google's REST protocol, durable mailboxes, a page to read and answer mail.

              --port PORT   where to listen on 127.0.0.1 (default 8025; 0 = any free port)
              --dir DIR     where the mailboxes are kept (default .usher/gmail)
              --help        this text
            """;

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        int port = 8025;
        var dir = Path.of(".usher", "gmail");
        for (int i = 0; i < args.length; i += 2) {
            switch (args[i]) {
                case "--help", "-h" -> leave(HELP, 0);
                case "--port" -> port = port(value(args, i));
                case "--dir" -> dir = Path.of(value(args, i));
                default -> leave("unknown option " + args[i] + "; see --help", 2);
            }
        }
        run(dir, port);
        Thread.currentThread().join();
    }

    private static void run(Path dir, int port) {
        try {
            var emulator = GmailEmulator.start(dir, port);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(emulator)));
            System.out.println("ready " + emulator.url());
        } catch (IOException | RuntimeException e) {
            leave("the Gmail emulator cannot start on port " + port + ": " + e.getMessage(), 1);
        }
    }

    private static void close(GmailEmulator emulator) {
        try {
            emulator.close();
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }

    private static String value(String[] args, int option) {
        if (option + 1 >= args.length) {
            leave(args[option] + " needs a value; see --help", 2);
        }
        return args[option + 1];
    }

    private static int port(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            leave("--port needs a number", 2);
            return 0;
        }
    }

    private static void leave(String message, int status) {
        (status == 0 ? System.out : System.err).println(message.strip());
        System.exit(status);
    }
}
