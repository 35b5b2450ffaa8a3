/** The doors: Gmail's REST protocol, the control API, and the pages on which a person reads and answers. */
@NullMarked
package dev.usher.gmail.web;

import org.jspecify.annotations.NullMarked;
