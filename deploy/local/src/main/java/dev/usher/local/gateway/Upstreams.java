package dev.usher.local.gateway;

/** Base addresses of the four services. */
public record Upstreams(String catalog, String matching, String invitation, String delivery) {}
