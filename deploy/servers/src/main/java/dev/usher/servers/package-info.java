/** The real servers Usher stands on (Kafka, PostgreSQL, the schema registry), each as a child process on this machine. */
@NullMarked
package dev.usher.servers;

import org.jspecify.annotations.NullMarked;
