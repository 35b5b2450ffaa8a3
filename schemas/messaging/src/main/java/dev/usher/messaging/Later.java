package dev.usher.messaging;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import reactor.pool.PoolShutdownException;

/**
 * Nothing is wrong with the record; something it needs is away. Thrown out of a listener, the record is tried again in
 * place, without end, and the order holds.
 *
 * <p>What counts is a closed list. Never {@code IOException} as such: truncated Avro is one, and would be tried for ever.
 */
public final class Later extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final List<Class<? extends Throwable>> AWAY = List.of(
            Later.class,
            SocketException.class,
            SocketTimeoutException.class,
            UnknownHostException.class,
            UnresolvedAddressException.class,
            HttpTimeoutException.class,
            TimeoutException.class,
            ClosedChannelException.class,
            InterruptedException.class,
            PoolShutdownException.class,
            RetriableException.class,
            R2dbcTransientException.class,
            R2dbcNonTransientResourceException.class);

    /** SQLSTATE classes: connection, rollback by the server, out of resources, operator intervention, system error. */
    private static final Set<String> SQL_AWAY = Set.of("08", "40", "53", "57", "58");

    public Later(String why) {
        super(why);
    }

    public Later(String why, @Nullable Throwable cause) {
        super(why, cause);
    }

    /** Whether anything in the chain of causes is on the list. */
    public static boolean isLater(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
            if (away(t)) {
                return true;
            }
        }
        return false;
    }

    private static boolean away(Throwable t) {
        return AWAY.stream().anyMatch(type -> type.isInstance(t))
                || HttpAway.isAway(t)
                || (t instanceof R2dbcException sql && away(sql));
    }

    private static boolean away(R2dbcException sql) {
        String state = sql.getSqlState();
        return state != null && state.length() == 5 && SQL_AWAY.contains(state.substring(0, 2));
    }
}
