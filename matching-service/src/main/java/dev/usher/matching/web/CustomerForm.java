package dev.usher.matching.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer as callers write it; anything may be missing, and nothing is believed yet. */
record CustomerForm(
        @Nullable String id,
        @Nullable String name,
        @Nullable List<@Nullable String> aliases,
        @Nullable String industry,
        @Nullable String size,
        @Nullable LocationForm location,
        @Nullable String timeZone,
        @Nullable CsmForm csm,
        @Nullable List<@Nullable ContactForm> contacts,
        @Nullable List<@Nullable String> challenges,
        @Nullable List<@Nullable String> interests,
        @Nullable String notes) {

    record LocationForm(
            @Nullable String city,
            @Nullable String region,
            @Nullable String country) {}

    record CsmForm(
            @Nullable String id,
            @Nullable String name,
            @Nullable String email) {}

    record ContactForm(
            @Nullable String id,
            @Nullable String name,
            @Nullable String email,
            @Nullable String title,
            @Nullable String role,
            @Nullable String timeZone,
            @Nullable String language,
            @Nullable Boolean optedOut) {

        static final ContactForm EMPTY = new ContactForm(null, null, null, null, null, null, null, null);
    }

    CustomerForm as(String newId) {
        return new CustomerForm(
                newId, name, aliases, industry, size, location, timeZone, csm, contacts, challenges, interests, notes);
    }
}
