package dev.usher.messaging;

import dev.usher.messaging.MessagingSettings.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * One relay per database: an advisory lock on a connection of its own. When its holder dies PostgreSQL gives it to the
 * next in line at once. May be closed by another thread while one waits.
 */
final class RelayLock implements AutoCloseable {

    /** "usher" in ASCII; advisory locks are per database. */
    private static final long KEY = 0x7573686572L;

    private static final int SECONDS_TO_ANSWER = 3;

    private final Connection connection;

    private RelayLock(Connection connection) {
        this.connection = connection;
    }

    static RelayLock connect(Postgres database) throws SQLException {
        var settings = new Properties();
        settings.setProperty("user", database.user());
        settings.setProperty("password", database.password());
        settings.setProperty("ApplicationName", "usher-relay-lock");
        settings.setProperty("connectTimeout", "5");
        settings.setProperty("tcpKeepAlive", "true");
        return new RelayLock(DriverManager.getConnection(database.jdbcUrl(), settings));
    }

    /** Waits for as long as another replica holds it. */
    void acquire() throws SQLException {
        run("select pg_advisory_lock(" + KEY + ")");
    }

    /** Whether the connection, and with it the lock, is still there. */
    boolean held() {
        try {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Fails when the slot is missing or its log was removed: the connector would quietly make a new one, and what was
     * committed in between would never be published.
     */
    void requireSlot(String slot) throws SQLException {
        try (var query = connection.prepareStatement(
                "select 1 from pg_replication_slots where slot_name = ? and wal_status is distinct from 'lost'")) {
            query.setString(1, slot);
            if (!query.executeQuery().next()) {
                throw new SQLException("replication slot " + slot
                        + " is lost: see 'When a slot is lost' in schemas/messaging/README.md");
            }
        }
    }

    /** Who still reads the slot has lost the lock or was left behind half closed: with the lock in hand, it is ours. */
    void takeSlot(String slot) throws SQLException {
        requireSlot(slot);
        try (var ending = connection.prepareStatement(
                "select pg_terminate_backend(active_pid) from pg_replication_slots where slot_name = ? and active")) {
            ending.setString(1, slot);
            ending.execute();
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // it is gone either way
        }
    }
}
