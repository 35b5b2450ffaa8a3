package dev.usher.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The door of the launcher: one subcommand for each script in {@code deploy/}. */
@Command(
        name = "launch",
        subcommands = {UpCommand.class, TrainCommand.class, StatusCommand.class, ParkedCommand.class, BenchCommand.class
        })
final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main())
                .setParameterExceptionHandler((wrong, given) -> complain(wrong, given))
                .setExecutionExceptionHandler((failure, command, parsed) -> complain(failure))
                .execute(args));
    }

    private static int complain(ParameterException wrong, String... given) {
        System.err.println(
                "usher: " + wrong.getMessage() + (given.length == 0 ? "" : "; see deploy/" + given[0] + " --help"));
        return CommandLine.ExitCode.USAGE;
    }

    private static int complain(Exception failure) {
        System.err.println("usher: " + CannotStart.reason(failure));
        if (System.getenv("USHER_DEBUG") != null) {
            failure.printStackTrace();
        }
        return 1;
    }
}
