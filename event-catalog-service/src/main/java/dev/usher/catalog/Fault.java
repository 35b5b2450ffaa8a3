package dev.usher.catalog;

/**
 * Something wrong in an announcement.
 *
 * @param field where, as a path such as {@code sessions[3].title}
 * @param why what is wrong, to be read behind the field's name: "is required"
 */
public record Fault(String field, String why) {

    @Override
    public String toString() {
        return field + " " + why;
    }
}
