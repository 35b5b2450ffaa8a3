package dev.usher.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code deploy/parked}: records that could not be handled, and their way back. */
@Command(name = "parked")
final class ParkedCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        return 2;
    }
}
