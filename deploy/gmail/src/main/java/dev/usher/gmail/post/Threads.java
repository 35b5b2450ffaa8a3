package dev.usher.gmail.post;

import java.util.List;

/**
 * Which conversation a mail belongs to, as Gmail's documents say it: a mail joins a thread if it names the thread, answers one of
 * its messages (In-Reply-To, References), and bears its subject.
 */
final class Threads {
    private Threads() {}

    /** The thread of a draft or a sent mail that asks for one; refused where there is no such thread. */
    static String wanted(Mailbox box, Letter letter, String wanted, String otherwise) {
        var thread = box.thread(wanted);
        boolean answers = thread.stream().anyMatch(it -> letter.answers().contains(it.messageId()));
        return answers && sameTopic(thread, letter) ? wanted : otherwise;
    }

    /** The thread of a mail that arrived; a delivery report joins whatever it is about. */
    static String received(Mailbox box, Letter letter, String otherwise) {
        return box.bearing(letter.answers())
                .filter(it -> isReport(letter) || sameTopic(List.of(it), letter))
                .map(Message::threadId)
                .orElse(otherwise);
    }

    private static boolean sameTopic(List<Message> thread, Letter letter) {
        return thread.getFirst().subject().equalsIgnoreCase(letter.topic());
    }

    private static boolean isReport(Letter letter) {
        return letter.header("Content-Type").toLowerCase(java.util.Locale.ROOT).startsWith("multipart/report");
    }
}
