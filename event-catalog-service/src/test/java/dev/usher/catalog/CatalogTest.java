package dev.usher.catalog;

import dev.usher.testkit.UsherTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/** The whole service on real servers, the same one for all tests; each test takes events of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@UsherTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "PT30S")
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface CatalogTest {}
