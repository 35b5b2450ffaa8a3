package dev.usher.local.gateway;

import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which service owns which path. The first match wins, so the narrow ones stand first. */
@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    RouteLocator owners(RouteLocatorBuilder routes, Upstreams upstreams) {
        return routes.routes()
                .route(
                        "matching",
                        route -> route.path(
                                        "/api/events/{id}/relevant-customers",
                                        "/api/events/{id}/audience",
                                        "/api/audiences/**",
                                        "/api/matching/**")
                                .uri(upstreams.matching()))
                .route(
                        "invitation",
                        route -> route.path(
                                        "/api/events/{id}/invite",
                                        "/api/invitations",
                                        "/api/invitations/**",
                                        "/api/chat/**",
                                        "/",
                                        "/desk/**",
                                        "/favicon.ico")
                                .uri(upstreams.invitation()))
                .route(
                        "delivery",
                        route -> route.path(
                                        "/api/events/{id}/attendance",
                                        "/api/events/{id}/funnel",
                                        "/api/customers/{id}/event-history",
                                        "/api/registrations",
                                        "/r/**",
                                        "/u/**")
                                .uri(upstreams.delivery()))
                .route(
                        "customers",
                        route -> route.path("/api/customers", "/api/customers/**")
                                .uri(upstreams.matching()))
                .route(
                        "catalog",
                        route -> route.path("/api/events", "/api/events/**").uri(upstreams.catalog()))
                .build();
    }
}
