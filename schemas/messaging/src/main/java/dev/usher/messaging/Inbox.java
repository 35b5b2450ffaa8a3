package dev.usher.messaging;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Which messages were handled already. */
public final class Inbox {

    private final DatabaseClient database;

    Inbox(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Marks the ids as handled in the caller's transaction, and gives back those this group had not seen before: the
     * others are repeats. Two replicas that claim the same id wait for each other; the second gets it only if the first
     * rolls back.
     */
    public Mono<Set<String>> claim(String group, Collection<String> ids) {
        return database.sql("""
                        insert into inbox (consumer_group, message_id)
                        select distinct $1, id from unnest($2) as id order by id
                        on conflict do nothing returning message_id""")
                .bind("$1", group)
                .bind("$2", ids.toArray(String[]::new))
                .mapValue(String.class)
                .all()
                .collect(HashSet::new, Set::add);
    }
}
