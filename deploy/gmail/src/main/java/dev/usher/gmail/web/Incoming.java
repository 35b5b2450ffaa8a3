package dev.usher.gmail.web;

import dev.usher.gmail.post.Letter;
import dev.usher.gmail.post.Refused;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The mail that a call brings: in JSON as {@code raw} in base64url, or on the {@code /upload} paths as bytes.
 *
 * @param draftId as the JSON of {@code drafts.send} names it
 */
record Incoming(
        @Nullable String draftId,
        @Nullable Letter letter,
        @Nullable String threadId) {

    /** The JSON is a Draft, with the mail in {@code message}. */
    static Incoming draft(Request request) {
        return of(request, true);
    }

    /** The JSON is a Message. */
    static Incoming message(Request request) {
        return of(request, false);
    }

    private static Incoming of(Request request, boolean draft) {
        if (!request.path().startsWith("/upload/")) {
            return json(request.json(), draft);
        }
        var type = Objects.requireNonNullElse(request.headers().get("content-type"), "message/rfc822");
        return type.startsWith("multipart/") ? related(request, type, draft) : media(request.body());
    }

    private static Incoming media(byte[] mail) {
        return new Incoming(null, Letter.of(mail), null);
    }

    private static Incoming json(JsonNode json, boolean draft) {
        var message = draft ? json.path("message") : json;
        return new Incoming(text(json, "id"), raw(text(message, "raw")), text(message, "threadId"));
    }

    private static @Nullable String text(JsonNode node, String field) {
        var value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw Refused.invalid("Invalid value at '" + field + "' (TYPE_STRING)");
        }
        return value.stringValue().isEmpty() ? null : value.stringValue();
    }

    /** In base64url as Google documents it, or in the other alphabet, which it takes, too. */
    private static @Nullable Letter raw(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        boolean standard = raw.indexOf('+') >= 0 || raw.indexOf('/') >= 0;
        try {
            return Letter.of((standard ? Base64.getDecoder() : Base64.getUrlDecoder()).decode(raw));
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("Invalid value at 'message.raw' (TYPE_BYTES), Base64 decoding failed");
        }
    }

    private static Incoming related(Request request, String type, boolean draft) {
        try {
            var parts = new MimeMultipart(new ByteArrayDataSource(request.body(), type));
            var json = Answer.JSON.readTree(parts.getBodyPart(0).getInputStream());
            var mail = parts.getBodyPart(1).getInputStream().readAllBytes();
            var named = json(json, draft);
            return new Incoming(named.draftId(), Letter.of(mail), named.threadId());
        } catch (MessagingException | IOException | JacksonException | IndexOutOfBoundsException e) {
            throw Refused.invalid("Invalid multipart upload: " + e.getMessage());
        }
    }

    Letter required() {
        if (letter == null) {
            throw Refused.invalid(
                    "'raw' RFC822 payload message string or uploading message via /upload/* URL required");
        }
        return letter;
    }
}
