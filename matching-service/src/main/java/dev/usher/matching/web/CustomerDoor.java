package dev.usher.matching.web;

import dev.usher.matching.Bookkeeping;
import dev.usher.matching.Bookkeeping.Kept;
import dev.usher.matching.Customer;
import dev.usher.matching.Customers;
import dev.usher.matching.web.CustomerWish.Checked;
import dev.usher.rest.Cursor;
import dev.usher.rest.Items;
import dev.usher.rest.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The customer book. */
@RestController
class CustomerDoor {

    private final Bookkeeping book;
    private final Customers customers;

    CustomerDoor(Bookkeeping book, Customers customers) {
        this.book = book;
        this.customers = customers;
    }

    @PutMapping("/api/customers/{id}")
    Mono<ResponseEntity<Customer>> put(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CustomerForm form) {
        if (id.isBlank()) {
            throw Problem.badRequest("id", "is required");
        }
        if (form.id() != null && !form.id().equals(id)) {
            throw Problem.badRequest("id", "is not the one in the path");
        }
        return switch (CustomerWish.of(form.as(id))) {
            case Checked.Wrong(var errors) -> throw Problem.badRequest(errors);
            case Checked.Fine(CustomerWish wish) ->
                book.keep(wish, ETag.expected(ifMatch)).map(CustomerDoor::told);
        };
    }

    @GetMapping("/api/customers/{id}")
    Mono<ResponseEntity<Customer>> get(@PathVariable String id) {
        return customers
                .find(id)
                .map(customer -> told(customer, HttpStatus.OK))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("customer " + id)));
    }

    @GetMapping("/api/customers")
    Mono<Items<Customer>> list(
            @RequestParam(defaultValue = "") @Size(max = 300) String query,
            @RequestParam(defaultValue = "50") @Min(1) @Max(1000) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        List<String> after = Cursor.decode(cursor, 1);
        if (query.isBlank()) {
            String from = after.isEmpty() ? null : after.getFirst();
            return customers
                    .list(from, limit + 1)
                    .collectList()
                    .map(found -> Items.page(found, limit, last -> Cursor.encode(last.id())));
        }
        int skip = after.isEmpty() ? 0 : skipped(after.getFirst());
        return customers
                .search(query.strip(), skip, limit + 1)
                .collectList()
                .map(found -> Items.page(found, limit, last -> Cursor.encode(Integer.toString(skip + limit))));
    }

    private static int skipped(String cursor) {
        try {
            return Math.max(0, Integer.parseInt(cursor));
        } catch (NumberFormatException foreign) {
            throw Problem.badRequest("cursor", "is not a nextCursor of this list");
        }
    }

    private static ResponseEntity<Customer> told(Kept kept) {
        return switch (kept) {
            case Kept.Written(Customer customer, boolean created) ->
                told(customer, created ? HttpStatus.CREATED : HttpStatus.OK);
            case Kept.Outdated(int newest) ->
                throw Problem.preconditionFailed(
                        newest == 0 ? "The customer does not exist." : "The newest version is " + newest + ".");
        };
    }

    private static ResponseEntity<Customer> told(Customer customer, HttpStatus status) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.ETAG, ETag.of(customer.version()))
                .body(customer);
    }
}
