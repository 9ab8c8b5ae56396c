package io.tactus.access;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user as an administrator writes it.
 *
 * @param password left out to keep the present one; bcrypt reads 72 bytes at most
 * @param active left out for true
 */
public record UserForm(
        @NotNull @Pattern(regexp = "[A-Za-z0-9._@-]{2,64}", message = "2 to 64 letters, digits or . _ @ -")
        String username,

        @NotNull @Size(max = 100) String displayName,
        @Nullable @Size(min = 10, max = 72) String password,
        @NotEmpty Set<String> roles,
        @Nullable Boolean active) {}
