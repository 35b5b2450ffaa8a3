package dev.usher.delivery.web;

import org.jspecify.annotations.Nullable;

/**
 * A page with one message.
 *
 * @param action where a button posts to; null = no button
 * @param button its words; empty where there is none
 */
public record Notice(String title, String text, @Nullable String action, String button) {

    static Notice of(String title, String text) {
        return new Notice(title, text, null, "");
    }
}
