package dev.usher.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Beside {@code @SpringBootTest}: the context runs on a real Kafka, PostgreSQL and schema registry, started once for all
 * tests of this JVM and stopped with it. The {@code usher.*} settings point at them, and the context has a
 * {@link TestBroker}, the {@link TestServers} and, as its {@code Clock}, a {@link TestClock}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface UsherTest {}
