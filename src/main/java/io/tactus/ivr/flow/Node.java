package io.tactus.ivr.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A step of a flow. What follows is named by the id of a node, {@link Exit#NOWHERE} while it is not decided yet. */
public sealed interface Node {
    /** Every way out, in a fixed order. */
    List<Exit> exits();

    /** Says something, to its end. */
    record Say(List<Phrase> says, String next) implements Node {
        /** Copies the list. */
        public Say {
            says = List.copyOf(says);
        }

        @Override
        public List<Exit> exits() {
            return List.of(Exit.byEngine("next", next));
        }
    }

    /**
     * Asks for one key.
     *
     * @param choices where each key ({@code 0} to {@code 9}, {@code *}, {@code #}) leads
     * @param noInput when no key came at the last attempt
     * @param noMatch when another key came at the last attempt
     */
    record Menu(Question question, SortedMap<Character, String> choices, String noInput, String noMatch)
            implements Node {
        /** Copies the map. */
        public Menu {
            choices = Collections.unmodifiableSortedMap(new TreeMap<>(choices));
        }

        @Override
        public List<Exit> exits() {
            List<Exit> exits = new ArrayList<>();
            choices.forEach((key, to) -> exits.add(Exit.byCaller("choices." + key, to)));
            exits.add(Exit.byEngine("noInput", noInput));
            exits.add(Exit.byCaller("noMatch", noMatch));
            return exits;
        }
    }

    /**
     * Asks for several digits. {@code #} ends them, {@code *} begins anew.
     *
     * @param variable that they are kept in
     * @param between for each further digit
     * @param noMatch when too few came at the last attempt
     */
    record Collect(
            Question question,
            String variable,
            int fewest,
            int most,
            Duration between,
            String next,
            String noInput,
            String noMatch)
            implements Node {
        @Override
        public List<Exit> exits() {
            return List.of(
                    Exit.byCaller("next", next, variable),
                    Exit.byEngine("noInput", noInput),
                    Exit.byCaller("noMatch", noMatch));
        }
    }

    /** Goes one way or the other. */
    record Condition(Criterion criterion, String yes, String no) implements Node {
        @Override
        public List<Exit> exits() {
            return List.of(Exit.byEngine("yes", yes), Exit.byEngine("no", no));
        }
    }

    /**
     * Asks a server by HTTP GET, whose answer is a JSON object.
     *
     * @param url with variables after the name of the server only
     * @param takes names of fields of the answer, by the variables that get their values
     * @param failed when no such answer came in time
     */
    record LookUp(Template url, Duration timeout, SortedMap<String, String> takes, String next, String failed)
            implements Node {
        /** Copies the map. */
        public LookUp {
            takes = Collections.unmodifiableSortedMap(new TreeMap<>(takes));
        }

        @Override
        public List<Exit> exits() {
            return List.of(
                    Exit.byEngine("next", next, takes.keySet().toArray(String[]::new)),
                    Exit.byEngine("failed", failed));
        }
    }

    /** Gives a variable a value. */
    record SetVariable(String variable, Template value, String next) implements Node {
        @Override
        public List<Exit> exits() {
            return List.of(Exit.byEngine("next", next, variable));
        }
    }

    /**
     * Lets the caller wait for an agent.
     *
     * @param skills that the agent must have
     * @param priority 0 to {@value Limits#HIGHEST_PRIORITY}, the higher the sooner
     * @param longest how long at most
     * @param overflow after that
     * @param refused when the queue takes nobody
     * @param afterTalk when the agent hung up and the caller did not; nowhere for the end of the call
     */
    record Enqueue(
            String queue,
            List<String> skills,
            int priority,
            Duration longest,
            String overflow,
            String refused,
            String afterTalk)
            implements Node {
        /** Copies the list. */
        public Enqueue {
            skills = List.copyOf(skills);
        }

        @Override
        public List<Exit> exits() {
            List<Exit> exits = new ArrayList<>();
            exits.add(Exit.byEngine("overflow", overflow));
            exits.add(Exit.byEngine("refused", refused));
            if (!afterTalk.equals(Exit.NOWHERE)) {
                exits.add(Exit.byEngine("afterTalk", afterTalk));
            }
            return exits;
        }
    }

    /** Gives the call to an outside number for good. @param ring how long it may ring @param failed when nobody took it */
    record Transfer(String number, Duration ring, String failed) implements Node {
        @Override
        public List<Exit> exits() {
            return List.of(Exit.byEngine("failed", failed));
        }
    }

    /**
     * Offers to call back. Another key than the accepting one declines.
     *
     * @param number the variable with the number to be called
     * @param declined also when no key came
     * @param refused when the engine cannot promise it, as when the number is withheld
     */
    record OfferCallback(
            Question question,
            char accept,
            String queue,
            String number,
            String accepted,
            String declined,
            String refused)
            implements Node {
        @Override
        public List<Exit> exits() {
            return List.of(
                    Exit.byCaller("accepted", accepted),
                    Exit.byEngine("declined", declined),
                    Exit.byCaller("refused", refused));
        }
    }

    /** Takes a message. @param most how long it may last @param failed when none could be taken */
    record Voicemail(List<Phrase> says, String box, Duration most, String next, String failed) implements Node {
        /** Copies the list. */
        public Voicemail {
            says = List.copyOf(says);
        }

        @Override
        public List<Exit> exits() {
            return List.of(Exit.byEngine("next", next), Exit.byEngine("failed", failed));
        }
    }

    /**
     * Asks a question of a survey, answered by one digit.
     *
     * @param name under which answers are kept
     * @param noAnswer when none came, or only others
     */
    record Survey(Question question, String name, int lowest, int highest, String next, String noAnswer)
            implements Node {
        @Override
        public List<Exit> exits() {
            return List.of(Exit.byCaller("next", next), Exit.byEngine("noAnswer", noAnswer));
        }
    }

    /** Ends the call. */
    record HangUp() implements Node {
        @Override
        public List<Exit> exits() {
            return List.of();
        }
    }
}
