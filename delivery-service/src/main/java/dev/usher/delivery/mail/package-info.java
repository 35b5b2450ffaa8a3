/** Mail as bytes: MIME, service mails from facts, calendar entries. */
@NullMarked
package dev.usher.delivery.mail;

import org.jspecify.annotations.NullMarked;
