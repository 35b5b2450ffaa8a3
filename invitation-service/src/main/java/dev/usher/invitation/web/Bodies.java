package dev.usher.invitation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** What callers send. */
final class Bodies {

    private Bodies() {}

    /** Whom to invite: exactly one of {@code customerIds} and {@code audience}. */
    record Invite(
            @Size(min = 1, max = 1000) @Nullable List<@NotBlank @Size(max = 200) String> customerIds,
            @Nullable Map<String, Object> audience,
            @Size(max = 2000) @Nullable String note,
            @Size(max = 200) @Nullable String contactId) {}

    /** A rewritten draft: a subject with a text or an HTML body, or only another contact. */
    record Edit(
            @Size(max = 200) @Nullable String subject,
            @Size(max = 100_000) @Nullable String text,
            @Size(max = 500_000) @Nullable String html,
            @Size(max = 200) @Nullable String contactId) {}

    /** @param sendAt local to the event's zone, or with an offset; null = at once */
    record Approve(
            @NotBlank @Size(max = 100) @Nullable String contentHash,
            @Nullable String sendAt) {}

    /** One of a list. */
    record Item(
            @NotBlank @Size(max = 200) @Nullable String id,
            @NotBlank @Size(max = 100) @Nullable String contentHash) {}

    /** Several at once. */
    record ApproveAll(
            @NotEmpty @Size(max = 1000) @Nullable List<@NotNull @Valid Item> items,
            @Nullable String sendAt) {}

    /** Why not. */
    record Reject(@Size(max = 2000) @Nullable String why) {}

    /** A line of the chat, as long as people count: in characters, not in Java's halves of them. */
    record Chat(
            @Size(max = 100) @Nullable String conversationId,

            @NotBlank(message = LINE) @CodePointLength(max = 4000, message = LINE) @Nullable String text) {

        private static final String LINE = "must be 1 to 4,000 characters";
    }
}
