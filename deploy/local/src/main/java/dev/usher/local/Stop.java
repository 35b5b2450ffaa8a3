package dev.usher.local;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import sun.misc.Signal;

/**
 * The wish to stop, from Ctrl-C, SIGTERM or a terminal that was closed. By signal handler and not by shutdown hook: hooks
 * run side by side, and the services must stop before PostgreSQL.
 */
final class Stop {

    private static final String[] SIGNALS = {"INT", "TERM", "HUP"};

    private final CountDownLatch asked = new CountDownLatch(1);
    private final Thread worker = Thread.currentThread();
    private boolean working;

    /** Without an ear for signals: somebody asks. */
    Stop() {}

    /** From now on signals ask this run to stop, rather than end the JVM. */
    static Stop atSignal() {
        Stop stop = new Stop();
        for (String signal : SIGNALS) {
            Signal.handle(new Signal(signal), received -> stop.ask());
        }
        return stop;
    }

    boolean asked() {
        return asked.getCount() == 0;
    }

    /**
     * Does the work in the thread that made this, to its end or until a stop is asked for; what a stop breaks off is no
     * failure.
     */
    void cuts(Callable<?> work) throws Exception {
        try {
            begin();
            work.call();
        } catch (Exception broken) {
            if (!asked()) {
                throw broken;
            }
        } finally {
            end();
        }
    }

    /** Returns, by an interrupt as a rule, when a stop is asked for. */
    void await() throws InterruptedException {
        asked.await();
    }

    private synchronized void begin() throws InterruptedException {
        if (asked()) {
            throw new InterruptedException("asked to stop");
        }
        working = true;
    }

    synchronized void ask() {
        asked.countDown();
        if (working) {
            working = false;
            worker.interrupt();
        }
    }

    /** What is tidied up from here on is not to be interrupted. */
    private synchronized void end() {
        working = false;
        Thread.interrupted();
    }
}
