package dev.usher.testkit;

import dev.usher.messaging.Avro;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** Points the context of an {@link UsherTest} at the servers, before anything in it is made. */
final class UsherContext implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return TestContextAnnotationUtils.hasAnnotation(testClass, UsherTest.class) ? new OnServers() : null;
    }

    /** A record, so that contexts which differ in nothing else are shared. */
    private record OnServers() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration test) {
            TestServers servers = TestServers.running();
            addBelowTheTestsOwn(context.getEnvironment().getPropertySources(), settings(servers));
            register((BeanDefinitionRegistry) context.getBeanFactory(), servers);
        }

        private static void register(BeanDefinitionRegistry beans, TestServers servers) {
            beans.registerBeanDefinition("testServers", new RootBeanDefinition(TestServers.class, () -> servers));
            beans.registerBeanDefinition("testBroker", broker(servers));
            beans.registerBeanDefinition("testClock", clock());
        }

        private static RootBeanDefinition broker(TestServers servers) {
            return new RootBeanDefinition(
                    TestBroker.class, () -> new TestBroker(servers.kafka(), new Avro(URI.create(servers.registry()))));
        }

        private static RootBeanDefinition clock() {
            RootBeanDefinition clock = new RootBeanDefinition(TestClock.class, TestClock::new);
            clock.setPrimary(true);
            return clock;
        }

        private static void addBelowTheTestsOwn(MutablePropertySources sources, MapPropertySource settings) {
            if (sources.contains(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME)) {
                sources.addAfter(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME, settings);
            } else {
                sources.addFirst(settings);
            }
        }

        private static MapPropertySource settings(TestServers servers) {
            return new MapPropertySource(
                    "usher-test",
                    Map.ofEntries(
                            Map.entry("server.address", "127.0.0.1"),
                            Map.entry("usher.kafka.bootstrap-servers", servers.kafka()),
                            Map.entry("usher.kafka.replication-factor", 1),
                            Map.entry("usher.registry.url", servers.registry()),
                            Map.entry("usher.postgres.host", servers.postgresHost()),
                            Map.entry("usher.postgres.port", servers.postgresPort()),
                            Map.entry("usher.postgres.database", TestServers.DATABASE),
                            Map.entry("usher.postgres.user", TestServers.USER),
                            Map.entry("usher.postgres.password", TestServers.PASSWORD),
                            Map.entry("usher.links.key", Base64.getEncoder().encodeToString(new byte[32]))));
        }
    }
}
