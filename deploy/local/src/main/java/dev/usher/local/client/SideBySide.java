package dev.usher.local.client;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Works that are done at the same time, each in a thread of its own. */
public final class SideBySide {

    private SideBySide() {}

    /**
     * Returns when all are done. The first failure, whichever work it comes from, interrupts the others and is thrown
     * once they have ended; so does an interrupt.
     */
    public static void run(List<Runnable> works) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<Void> ended = new ExecutorCompletionService<>(threads);
            works.forEach(work -> ended.submit(work, null));
            try {
                for (int n = 0; n < works.size(); n++) {
                    ended.take().get();
                }
            } catch (ExecutionException failed) {
                threads.shutdownNow();
                throw failed.getCause() instanceof RuntimeException reason
                        ? reason
                        : new IllegalStateException(failed.getCause());
            } catch (InterruptedException stop) {
                threads.shutdownNow();
                throw stop;
            }
        }
    }
}
