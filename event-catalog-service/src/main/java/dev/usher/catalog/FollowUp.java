package dev.usher.catalog;

import org.jspecify.annotations.Nullable;

/** Pages for after the event; each may be missing. */
public record FollowUp(
        @Nullable String recordingUrl, @Nullable String surveyUrl) {

    static final FollowUp NONE = new FollowUp(null, null);
}
