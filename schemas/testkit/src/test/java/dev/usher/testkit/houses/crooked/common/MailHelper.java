package dev.usher.testkit.houses.crooked.common;

/** In a drawer, named for a layer, in a package without nullness. */
public final class MailHelper {}
