package io.tactus.access;

import java.util.SortedSet;
import java.util.TreeSet;

/** A user as others see it. */
public record UserView(long id, String username, String displayName, boolean active, SortedSet<String> roles) {
    static UserView of(UserAccount account) {
        return new UserView(
                Accounts.idOf(account),
                account.username,
                account.displayName,
                account.active,
                new TreeSet<>(account.roles));
    }
}
