package dev.usher.local.gateway;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the gateway is made of. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(excludeName = "dev.usher.messaging.MessagingAutoConfiguration")
@Import({Routes.class, BodyLimit.class, Problems.class})
class GatewayApplication {

    /** Run by the build alone, which decides the beans by it and never opens the door. */
    public static void main(String[] args) {
        Gateway.open(0, new Upstreams("http://catalog", "http://matching", "http://invitation", "http://delivery"));
    }

    @Bean
    NettyServerCustomizer answersForRejectedAddresses() {
        return server -> server.mapHandle(RejectedAddresses::told);
    }
}
