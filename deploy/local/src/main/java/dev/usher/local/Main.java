package dev.usher.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The door of the launcher: one subcommand for each script in {@code deploy/}. */
@Command(
        name = "launch",
        subcommands = {UpCommand.class, TrainCommand.class, StatusCommand.class, ParkedCommand.class, BenchCommand.class
        })
final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, parsed) -> complain(failure))
                .execute(args));
    }

    private static int complain(Exception failure) {
        System.err.println("usher: " + CannotStart.reason(failure));
        if (System.getenv("USHER_DEBUG") != null) {
            failure.printStackTrace();
        }
        return 1;
    }
}
