package dev.usher.testkit;

import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.testcontainers.DockerClientFactory;

/**
 * The servers of this JVM's tests: containers where there is a container engine, child processes of our own where there
 * is none. The same tests run either way.
 */
public sealed interface TestServers permits ChildProcesses, Containers {

    /** The database of the tests; new with each JVM. */
    String DATABASE = "usher_test";

    String USER = "postgres";
    String PASSWORD = "postgres";

    /** One of the servers. */
    enum Kind {
        KAFKA,
        REGISTRY,
        POSTGRES
    }

    /** Bootstrap server, {@code host:port}. */
    String kafka();

    /** Base address, without a slash at its end. */
    String registry();

    String postgresHost();

    int postgresPort();

    /** Makes the server hang, as behind a broken network, until the answer is closed. */
    Outage outage(Kind server);

    /** A server does not answer until this is closed. */
    interface Outage extends AutoCloseable {
        @Override
        void close();
    }

    /** The servers; the first who asks waits until they have started. */
    static TestServers running() {
        return Started.SERVERS;
    }

    /** Chosen and started once, when first asked for. */
    final class Started {
        private static final TestServers SERVERS = start();

        private Started() {}

        private static TestServers start() {
            return engineIsThere() ? containers() : ChildProcesses.start();
        }

        /** Quietly: having no engine is no error here. */
        private static boolean engineIsThere() {
            LoggingSystem logging = LoggingSystem.get(TestServers.class.getClassLoader());
            logging.setLogLevel("org.testcontainers", LogLevel.OFF);
            try {
                return DockerClientFactory.instance().isDockerAvailable();
            } finally {
                logging.setLogLevel("org.testcontainers", LogLevel.WARN);
            }
        }

        /** An engine that cannot get its images is as good as none: the tests must run all the same. */
        private static TestServers containers() {
            try {
                return Containers.start();
            } catch (RuntimeException unusable) {
                LoggerFactory.getLogger(TestServers.class)
                        .warn("The container engine cannot start the servers, child processes serve", unusable);
                return ChildProcesses.start();
            }
        }
    }
}
