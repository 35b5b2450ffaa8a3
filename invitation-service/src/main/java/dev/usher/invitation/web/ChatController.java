package dev.usher.invitation.web;

import dev.usher.invitation.chat.Chat;
import dev.usher.invitation.chat.Conversations.Line;
import dev.usher.invitation.chat.Reply;
import dev.usher.rest.Items;
import dev.usher.rest.Problem;
import jakarta.validation.Valid;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The door for the chat. */
@RestController
@RequestMapping("/api/chat")
class ChatController {

    private final Chat chat;

    ChatController(Chat chat) {
        this.chat = chat;
    }

    @PostMapping
    Mono<Reply> say(@Valid @RequestBody Bodies.Chat body) {
        String text = Objects.requireNonNull(body.text(), "validated");
        return chat.say(body.conversationId(), text, null)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("conversation " + body.conversationId())));
    }

    @GetMapping("/{conversationId}")
    Mono<Items<Line>> lines(@PathVariable String conversationId) {
        return chat.lines(conversationId)
                .collectList()
                .flatMap(lines -> lines.isEmpty()
                        ? Mono.error(Problem.notFound("conversation " + conversationId))
                        : Mono.just(Items.all(lines)));
    }
}
