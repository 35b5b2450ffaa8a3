package dev.usher.local.gateway;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The gateway on 127.0.0.1, running inside the launcher. */
public final class Gateway implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Gateway(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Opens the door; returns once it listens. */
    public static Gateway open(int port, Upstreams upstreams) {
        Map<String, Object> settings = Map.of(
                "server.address", "127.0.0.1",
                "server.port", port,
                // As the services: a longer address gets a bare 414 before anything of ours sees it.
                "server.netty.max-initial-line-length", "64KB",
                // An event stream has no end to wait for.
                "server.shutdown", "immediate",
                "logging.level.root", "WARN",
                "spring.main.log-startup-info", "false",
                // The event stream and an import may take long: no answer is cut off by a clock here.
                "spring.cloud.gateway.server.webflux.httpclient.connect-timeout", 2000,
                "spring.cloud.gateway.server.webflux.httpclient.pool.max-idle-time", "20s");
        return new Gateway(new SpringApplicationBuilder(GatewayApplication.class)
                .main(GatewayApplication.class)
                .web(WebApplicationType.REACTIVE)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .properties(settings)
                .initializers(context -> context.getBeanFactory().registerSingleton("upstreams", upstreams))
                .run());
    }

    /** False once it was closed. */
    public boolean isOpen() {
        return context.isActive();
    }

    @Override
    public void close() {
        context.close();
    }
}
