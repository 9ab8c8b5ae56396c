package io.tactus.access;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accounts of people: who exists, with which roles, and whether a password is theirs. */
@ApplicationScoped
public class Accounts {
    /** A hash of no password: checking it costs as long as a real one, so that time does not tell which names exist. */
    private static final String NOBODYS_HASH = BcryptUtil.bcryptHash("nobody has this password");

    private final TokenStore tokens;
    private final Audit audit;

    Accounts(TokenStore tokens, Audit audit) {
        this.tokens = tokens;
        this.audit = audit;
    }

    /**
     * Makes sure that the account exists with these roles, and answers its id. The password and display name of an account
     * that exists are left alone: a restart of the demo does not undo what somebody changed.
     */
    @Transactional
    public long ensure(String username, String displayName, String password, Set<String> roles) {
        UserAccount account = UserAccount.findByName(username).orElseGet(() -> {
            UserAccount created = new UserAccount();
            created.username = username;
            created.displayName = displayName;
            created.passwordHash = BcryptUtil.bcryptHash(password);
            created.persist();
            return created;
        });
        account.roles.addAll(checked(roles));
        return idOf(account);
    }

    /** Whether anybody could log in and let others in. */
    @Transactional
    public boolean hasAdministrator() {
        return UserAccount.count("active = true and ?1 member of roles", Roles.ADMINISTRATOR) > 0;
    }

    /** The account of this name. */
    @Transactional
    Optional<UserAccount> find(String username) {
        return UserAccount.findByName(username);
    }

    @Transactional
    Optional<UserAccount> authenticate(String username, String password) {
        Optional<UserAccount> account = UserAccount.findByName(username).filter(found -> found.active);
        String hash = account.map(found -> found.passwordHash).orElse(NOBODYS_HASH);
        return BcryptUtil.matches(password, hash) ? account : Optional.empty();
    }

    /** All accounts by name. */
    @Transactional
    List<UserAccount> list() {
        return UserAccount.list("order by lower(username)");
    }

    @Transactional
    UserAccount get(long id) {
        return UserAccount.<UserAccount>findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("user", id));
    }

    @Transactional
    UserAccount create(UserForm form) {
        if (UserAccount.findByName(form.username()).isPresent()) {
            throw ProblemException.conflict("There is a user " + form.username() + " already.");
        }
        if (form.password() == null) {
            throw ProblemException.invalid("password", "must be given for a new user");
        }
        UserAccount account = new UserAccount();
        copy(form, account);
        account.persistAndFlush();
        audit.deed(idOf(account), "user " + account.username + ", roles " + account.roles);
        return account;
    }

    @Transactional
    UserAccount update(long id, UserForm form) {
        UserAccount account = get(id);
        boolean otherName = UserAccount.findByName(form.username())
                .filter(found -> idOf(found) != id)
                .isPresent();
        if (otherName) {
            throw ProblemException.conflict("There is a user " + form.username() + " already.");
        }
        copy(form, account);
        keepAnAdministrator();
        if (form.password() != null || !account.active) {
            tokens.removeAll(id);
        }
        audit.deed(id, "user " + account.username + ", active " + account.active + ", roles " + account.roles);
        return account;
    }

    @Transactional
    void delete(long id) {
        UserAccount account = get(id);
        account.delete();
        keepAnAdministrator();
        audit.deed(id, "user " + account.username);
    }

    @Transactional
    void changePassword(long id, String present, String next) {
        UserAccount account = get(id);
        if (!BcryptUtil.matches(present, account.passwordHash)) {
            throw ProblemException.invalid("present", "is not your password");
        }
        account.passwordHash = BcryptUtil.bcryptHash(next);
        tokens.removeSessions(id);
        audit.deed(id, "");
    }

    private void keepAnAdministrator() {
        UserAccount.flush();
        if (!hasAdministrator()) {
            throw ProblemException.conflict("This is the last active administrator. Appoint another one first.");
        }
    }

    private static void copy(UserForm form, UserAccount account) {
        account.username = form.username();
        account.displayName = form.displayName();
        account.active = form.active() == null || form.active();
        account.roles.clear();
        account.roles.addAll(checked(form.roles()));
        if (form.password() != null) {
            account.passwordHash = BcryptUtil.bcryptHash(form.password());
        }
    }

    private static Set<String> checked(Set<String> roles) {
        Set<String> unknown = new HashSet<>(roles);
        unknown.removeAll(Roles.ALL);
        if (!unknown.isEmpty()) {
            throw ProblemException.invalid("roles", "unknown: " + unknown + "; known: " + Roles.ALL);
        }
        return roles;
    }

    static long idOf(UserAccount account) {
        if (account.id == null) {
            throw new IllegalStateException("the account " + account.username + " was not stored yet");
        }
        return account.id;
    }
}
