package dev.usher.messaging;

import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The boundary of a service that has a database: outbox, inbox, receiver. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration",
            "org.springframework.boot.data.r2dbc.autoconfigure.DataR2dbcAutoConfiguration",
            "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration"
        })
@ConditionalOnBean(DatabaseClient.class)
@EnableConfigurationProperties(MessagingSettings.class)
class MessagingAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Ending ending() {
        return Ending.process(Duration.ofSeconds(20));
    }

    @Bean
    Avro avro(MessagingSettings settings) {
        return new Avro(settings.registry().url());
    }

    @Bean
    Outbox outbox(DatabaseClient database, Avro avro, ReactiveTransactionManager transactions) {
        return new Outbox(database, avro, transactions);
    }

    @Bean
    Inbox inbox(DatabaseClient database) {
        return new Inbox(database);
    }

    @Bean
    InboxPruning inboxPruning(DatabaseClient database) {
        return new InboxPruning(database);
    }

    @Bean
    Receiver receiver(Avro avro, Inbox inbox, TransactionalOperator transaction, MessagingSettings settings) {
        return new Receiver(avro, inbox, transaction, settings.handling().handleWithin());
    }
}
