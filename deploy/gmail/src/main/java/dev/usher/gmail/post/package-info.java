/** The post office: mailboxes, drafts, threads and history, kept in a journal that survives a kill. */
@NullMarked
package dev.usher.gmail.post;

import org.jspecify.annotations.NullMarked;
