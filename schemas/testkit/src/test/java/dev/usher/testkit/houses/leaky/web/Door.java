package dev.usher.testkit.houses.leaky.web;

import dev.usher.testkit.houses.leaky.kafka.Listener;

/** Reaches into another rim. */
public record Door(Listener listener) {}
