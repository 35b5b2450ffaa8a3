package dev.usher.gmail.web;

import dev.usher.gmail.Faults;
import dev.usher.gmail.post.Correspondence;
import dev.usher.gmail.post.PostOffice;
import java.time.Clock;
import java.util.ArrayList;
import java.util.stream.Collectors;

/** All that can be asked of the emulator. */
public final class Doors {
    private Doors() {}

    public static Door open(
            PostOffice office, Correspondence correspondence, Faults faults, FaultyLine line, Clock clock) {
        var routes = new ArrayList<>(new GmailApi(office, line, clock).routes());
        var operations = routes.stream().map(Route::operation).collect(Collectors.toCollection(java.util.TreeSet::new));
        routes.addAll(new ControlApi(office, correspondence, faults, operations).routes());
        routes.addAll(new Pages(office, correspondence).routes());
        return new Door(office, routes);
    }
}
