/** The doors for people and programs: guests' pages, history, funnel, attendance, registrations. */
@NullMarked
package dev.usher.delivery.web;

import org.jspecify.annotations.NullMarked;
