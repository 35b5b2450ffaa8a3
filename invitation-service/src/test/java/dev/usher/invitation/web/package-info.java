/** The doors, one by one. */
@NullMarked
package dev.usher.invitation.web;

import org.jspecify.annotations.NullMarked;
