package dev.usher.matching;

import dev.usher.testkit.UsherTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** The service on real servers; one context for all tests that carry it. */
@UsherTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "usher.matching.application-id=matching-test",
            "usher.matching.state-dir=target/state-${random.uuid}"
        })
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface MatchingTest {}
