package dev.usher.catalog.kafka;

/** Parks an announcement; the text is the cause that whoever looks after parked records reads. */
final class RefusedAnnouncement extends RuntimeException {

    private static final long serialVersionUID = 1;

    RefusedAnnouncement(String why) {
        super(why, null, false, false);
    }

    @Override
    public String toString() {
        return "announcement refused: " + getMessage();
    }
}
