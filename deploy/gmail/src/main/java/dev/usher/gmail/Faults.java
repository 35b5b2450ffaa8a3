package dev.usher.gmail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fault script: the first line that fits a call strikes it and is used up by one. In memory only. */
public final class Faults {
    private final List<Fault> script = new ArrayList<>();

    /** Adds to what is scripted already. */
    public synchronized void add(List<Fault> faults) {
        script.addAll(faults);
    }

    public synchronized void clear() {
        script.clear();
    }

    public synchronized boolean isEmpty() {
        return script.isEmpty();
    }

    /** What has not struck yet, with the times that remain. */
    public synchronized List<Fault> remaining() {
        return List.copyOf(script);
    }

    /** The fault that strikes this call, used up by one; empty when all goes well. */
    public synchronized Optional<FaultKind> strike(String operation, String user, boolean namesDraft) {
        for (int i = 0; i < script.size(); i++) {
            var fault = script.get(i);
            if (fault.hits(operation, user, namesDraft)) {
                use(i, fault);
                return Optional.of(fault.kind());
            }
        }
        return Optional.empty();
    }

    private void use(int line, Fault fault) {
        if (fault.times() > 1) {
            script.set(line, fault.times(fault.times() - 1));
        } else {
            script.remove(line);
        }
    }
}
