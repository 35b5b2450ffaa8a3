package dev.usher.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.scheduler.Schedulers;

/**
 * Looks for due mails, when woken and every {@code usher.delivery.poll}, and carries up to {@code usher.delivery.workers}
 * at once. Any number of replicas may do so: a claim is exclusive.
 */
@Component
class Rounds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final Duration DATABASE = Duration.ofSeconds(10);

    /** What is not done by then is left to its lease. */
    private static final Duration PARTING = Duration.ofSeconds(5);

    private final Deliveries deliveries;
    private final Courier courier;
    private final DeliverySettings settings;
    private final Clock clock;
    private final String replica;
    private final Semaphore calls = new Semaphore(0);
    private final Semaphore free;
    private volatile boolean running;
    private volatile Thread walker = Thread.ofVirtual().unstarted(() -> {});

    Rounds(
            Deliveries deliveries,
            Courier courier,
            DeliverySettings settings,
            Clock clock,
            @Value("${usher.instance:delivery-service-0}") String replica) {
        this.deliveries = deliveries;
        this.courier = courier;
        this.settings = settings;
        this.clock = clock;
        this.replica = replica;
        this.free = new Semaphore(settings.workers());
    }

    /** There may be something to carry. */
    void wake() {
        calls.release();
    }

    @Override
    public void start() {
        running = true;
        walker = Thread.ofVirtual().name("rounds").start(this::walk);
    }

    private void walk() {
        boolean returned = false;
        while (running) {
            try {
                returned = returned || takeBackOwnLeases();
                round();
                pause();
            } catch (RuntimeException lost) {
                log.warn("the round failed and is walked again: {}", lost.toString());
                pause();
            }
        }
    }

    /** What this replica held when it died is nobody's now: a SENDING among it becomes UNKNOWN at once. */
    private boolean takeBackOwnLeases() {
        Long count = deliveries.release(replica + "/", clock.instant()).block(DATABASE);
        log.info("{} took back {} leases", replica, count);
        return true;
    }

    private void round() {
        int hands = free.availablePermits();
        if (hands == 0) {
            return;
        }
        Instant now = clock.instant();
        List<Delivery> due = deliveries
                .claim(replica + "/" + UUID.randomUUID(), now, now.plus(settings.lease()), hands)
                .collectList()
                .blockOptional(DATABASE)
                .orElse(List.of());
        due.forEach(this::carry);
    }

    private void carry(Delivery mail) {
        free.acquireUninterruptibly();
        courier.carry(mail)
                .subscribeOn(Schedulers.parallel())
                .doFinally(_ -> {
                    free.release();
                    wake();
                })
                .subscribe(_ -> {}, lost -> log.warn("{} was left to its lease: {}", mail.mail(), lost.toString()));
    }

    private void pause() {
        try {
            if (calls.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                calls.drainPermits();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    /** Takes no more mails, and gives those under way their time. */
    @Override
    public void stop() {
        running = false;
        wake();
        try {
            walker.join(PARTING.dividedBy(2));
            if (free.tryAcquire(settings.workers(), PARTING.toMillis(), TimeUnit.MILLISECONDS)) {
                free.release(settings.workers());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
