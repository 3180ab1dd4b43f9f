package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;

import java.util.List;
import java.util.stream.Stream;

/** Answers who belongs to the user: nobody, for every paper account is a user of its own. */
final class UserDesk {
    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.get("/api/v5/users/subaccount/list", READ, 20, 2, USER, call -> Answer.rows(List.of())));
    }
}
