package dev.usher.local.client;

/**
 * Where the running Usher is reached.
 *
 * @param usher base address of the gateway
 * @param gmail base address of the Gmail emulator
 * @param broker host and port of Kafka
 */
public record Addresses(String usher, String gmail, String broker) {}
