/** The one door in front: routes each path to the service that owns it, and answers what none can. */
@NullMarked
package dev.usher.local.gateway;

import org.jspecify.annotations.NullMarked;
