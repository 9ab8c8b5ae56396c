package io.tactus.problem;

import io.tactus.dialing.CommandResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the floor's word on a command; a refusal becomes a conflict. */
public final class FloorAnswer {
    private static final int PATIENCE_SECONDS = 5;

    private FloorAnswer() {}

    /** Returns when the command was carried out, else throws. */
    public static void require(CompletableFuture<CommandResult> answer) {
        CommandResult result = of(answer);
        if (!result.done()) {
            throw ProblemException.conflict(result.refusal());
        }
    }

    /** What the floor answers. */
    public static <T> T of(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw ProblemException.of(503, "The floor did not answer in time. Look whether the command took effect.");
        } catch (ExecutionException e) {
            throw ProblemException.of(503, "The floor could not do it: " + reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(503, "The engine is stopping.");
        }
    }

    private static String reason(ExecutionException e) {
        return e.getCause() == null
                ? String.valueOf(e.getMessage())
                : String.valueOf(e.getCause().getMessage());
    }
}
