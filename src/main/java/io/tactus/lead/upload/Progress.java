package io.tactus.lead.upload;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** How far an import of this engine is; written by its reader, read by the one who reports it. */
final class Progress {
    final AtomicLong bytes = new AtomicLong();
    final AtomicLong rows = new AtomicLong();
    final AtomicLong rejected = new AtomicLong();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    void cancel() {
        cancelled.set(true);
    }

    void stopIfCancelled() throws ImportCancelled {
        if (cancelled.get()) {
            throw new ImportCancelled();
        }
    }

    /** Somebody cancelled the import. */
    static final class ImportCancelled extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
