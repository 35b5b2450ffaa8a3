package dev.usher.delivery;

/** Carries a {@link Failure} through a reactive chain. */
public final class MailboxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public MailboxException(Failure failure) {
        super(failure.why());
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
