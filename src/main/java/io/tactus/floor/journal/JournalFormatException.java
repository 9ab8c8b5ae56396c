package io.tactus.floor.journal;

import org.jspecify.annotations.Nullable;

/** A journal line is not what {@link RecordCodec} writes; the message says where it breaks. */
public final class JournalFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    JournalFormatException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
