package dev.usher.gmail.post;

import java.util.List;

/** Gmail's system labels, as far as they matter here; a label is a plain string on the wire. */
public final class Label {
    public static final String INBOX = "INBOX";
    public static final String SENT = "SENT";
    public static final String DRAFT = "DRAFT";
    public static final String UNREAD = "UNREAD";
    public static final String STARRED = "STARRED";
    public static final String IMPORTANT = "IMPORTANT";
    public static final String SPAM = "SPAM";
    public static final String TRASH = "TRASH";

    /** In the order in which Gmail lists them. */
    public static final List<String> SYSTEM = List.of(INBOX, SENT, DRAFT, UNREAD, STARRED, IMPORTANT, SPAM, TRASH);

    private Label() {}
}
