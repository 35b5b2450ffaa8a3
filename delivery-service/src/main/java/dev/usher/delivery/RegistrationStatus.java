package dev.usher.delivery;

/** A person's seat. */
public enum RegistrationStatus {
    REGISTERED,
    WAITLISTED,
    DECLINED,
    CANCELLED,
    ATTENDED,
    NO_SHOW;

    /** True where a seat is hers, whether or not she sits on it yet. */
    boolean seated() {
        return this == REGISTERED || this == ATTENDED;
    }

    /** True where she means to come. */
    public boolean coming() {
        return this == REGISTERED || this == WAITLISTED;
    }
}
