// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.protocol;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.engine.select.Selectors;

/**
 * What is compared.
 *
 * @param methods methods of selection with their settings; random, the baseline, is put in front if it is missing
 * @param budgets how many images are chosen
 * @param repeats how often everything is done, each time with other seeds, 1 to 100
 * @param mode how the images of one budget follow from those of the one before
 * @param initial chooses the first images of rounds
 * @param seed decides every random choice
 */
public record CurveSettings(List<Choice> methods, Budgets budgets, int repeats, Mode mode, Choice initial, long seed) {

    /** The method that every other one is compared with. */
    public static final String BASELINE = "random";

    private static final int MOST_REPEATS = 100;

    /** How the images of one budget follow from those of the one before. */
    public enum Mode {
        /** Not at all: each budget is chosen from all images, and methods may look at all labels. */
        SUBSETS,
        /**
         * As in active learning: the first budget is chosen without labels; for every further one the network of the
         * round before chooses more, and only chosen images show their labels. Every round trains from scratch.
         */
        ROUNDS,
        /** The same, but each round trains on from the network of the round before. */
        CONTINUED_ROUNDS
    }

    /** Puts the baseline in front; refuses methods that are not there or stand twice. */
    public CurveSettings {
        final List<Choice> all = new ArrayList<>(methods);
        if (all.stream().noneMatch(choice -> choice.method().equals(BASELINE))) {
            all.add(0, Choice.of(BASELINE));
        }
        for (int i = 0; i < all.size(); i++) {
            Selectors.create(all.get(i));
            if (all.subList(0, i).contains(all.get(i))) {
                throw new SettingsException("Methods", "must hold each method once",
                    Selectors.info(all.get(i).method()).label(), "Remove one of them.");
            }
        }
        methods = List.copyOf(all);
        Selectors.create(initial);
        if (repeats < 1 || repeats > MOST_REPEATS) {
            throw new SettingsException("Repeats", "must be from 1 to " + Wording.value(MOST_REPEATS), repeats,
                "Enter 3 or more, so that differences can be judged.");
        }
    }

    /** Whether the network of one round chooses for the next. */
    boolean inRounds() {
        return mode != Mode.SUBSETS;
    }
}
