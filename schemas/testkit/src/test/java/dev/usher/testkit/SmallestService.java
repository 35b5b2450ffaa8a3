package dev.usher.testkit;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What is left of a service when it does nothing: the messaging that all have. */
@SpringBootApplication
class SmallestService {}
