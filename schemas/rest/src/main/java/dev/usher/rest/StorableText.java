package dev.usher.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Reads a JSON text and refuses what PostgreSQL cannot keep: the character U+0000, and half a surrogate pair. */
final class StorableText extends StringDeserializer {

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (text != null && text.indexOf('\0') >= 0) {
            throw new RefusedText(parser, "must not contain the character U+0000");
        }
        if (text != null && !UTF_8.newEncoder().canEncode(text)) {
            throw new RefusedText(parser, "must be well-formed text");
        }
        return text;
    }
}
