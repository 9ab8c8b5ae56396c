package io.tactus.floor.routing;

/** By what a queue chooses among the free agents who may take a caller; ties go to who has been free longest, then to the lower id. */
public enum Strategy {
    /** Who has been free longest. */
    LONGEST_IDLE,
    /** Who has had the fewest calls today. */
    FEWEST_CALLS,
    /** Whose last caller of this queue is longest ago; who has had none since the log-in comes first. */
    ROUND_ROBIN,
    /** Who has the highest levels, summed over the skills that the queue asks for on arrival. */
    BEST_SKILL,
    /** Who has the lowest levels in them: the experts are kept for those who need them. */
    LEAST_SKILL
}
