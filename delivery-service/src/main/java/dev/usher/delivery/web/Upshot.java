package dev.usher.delivery.web;

/** What her tap came to. */
sealed interface Upshot {

    /** She only looks, or her seat says all there is to say. */
    record Shown() implements Upshot {}

    /** She comes as before, and what she chose is kept. */
    record Saved() implements Upshot {}

    record Nothing(String why) implements Upshot {}
}
