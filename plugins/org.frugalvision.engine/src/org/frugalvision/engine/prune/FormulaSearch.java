// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;

/**
 * A genetic programme for scores. A formula is as good as the accuracy that is left when half of the channels of each
 * group are removed by it, on the images of the context. The best half of each generation lives on, beside children of
 * it: one part exchanged with one of another parent, and with a chance of 3 in 4 one part drawn anew. Equal ones: the
 * earlier.
 */
final class FormulaSearch {

    private static final int DEPTH = 3;

    /** Longer formulas are replaced by one of their parents. */
    private static final int LONGEST = 40;

    private static final Formula DIFFERENCE = Formula.of("-", Formula.value("meanP"), Formula.value("meanQ"));

    /** Where the authors start, too: L1 norm, Fisher ratio and the like, variance, difference of means. */
    private static final List<Formula> FIRST = List.of(Formula.value("norm"),
        Formula.of("/", Formula.of("square", DIFFERENCE),
            Formula.of("+", Formula.value("varianceP"), Formula.value("varianceQ"))),
        Formula.value("varianceP"), Formula.of("abs", DIFFERENCE));

    private final PruningContext m_context;

    private final RandomGenerator m_random;

    /** Formulas that were tried need no other pass. */
    private final Map<Formula, Double> m_fitness = new HashMap<>();

    FormulaSearch(final PruningContext context) {
        m_context = context;
        m_random = context.seeds().named("formulas").generator();
    }

    Formula best(final int trees, final int generations) throws CanceledException {
        List<Formula> population = new ArrayList<>(FIRST.subList(0, Math.min(trees, FIRST.size())));
        while (population.size() < trees) {
            population.add(Formula.random(DEPTH, m_random));
        }
        population = ranked(population);
        for (int generation = 1; generation < generations; generation++) {
            final List<Formula> next = new ArrayList<>(population.subList(0, Math.max(1, trees / 2)));
            final int parents = next.size();
            while (next.size() < trees) {
                next.add(child(next.get(m_random.nextInt(parents)), next.get(m_random.nextInt(parents))));
            }
            population = ranked(next);
        }
        return population.get(0);
    }

    private Formula child(final Formula mother, final Formula father) {
        final Formula crossed = mother.with(m_random.nextInt(mother.size()),
            father.part(m_random.nextInt(father.size())));
        final Formula changed = m_random.nextInt(4) < 3
            ? crossed.with(m_random.nextInt(crossed.size()), Formula.random(DEPTH - 1, m_random)) : crossed;
        return changed.size() > LONGEST ? mother : changed;
    }

    private List<Formula> ranked(final List<Formula> formulas) throws CanceledException {
        for (final Formula formula : formulas) {
            if (!m_fitness.containsKey(formula)) {
                m_fitness.put(formula, m_context.accuracyWithHalf(group -> scores(formula, group, m_context)));
            }
        }
        return formulas.stream().sorted(Comparator.comparing(m_fitness::get, Comparator.reverseOrder())).toList();
    }

    /** Summed over the classes; what is not a number goes first. */
    static double[] scores(final Formula formula, final ChannelGroup group, final PruningContext context)
        throws CanceledException {
        final MapStatistics statistics = context.statistics(group);
        final double[] scores = new double[group.channels()];
        for (int channel = 0; channel < scores.length; channel++) {
            double norm = 0;
            for (final float weight : context.filter(group, channel)) {
                norm += Math.abs(weight);
            }
            for (final Contrast it : statistics.contrasts(channel)) {
                scores[channel] += formula.of(new double[]{it.meanP(), it.meanQ(), it.varianceP(), it.varianceQ(),
                    it.mean(), norm});
            }
            scores[channel] = Double.isFinite(scores[channel]) ? scores[channel] : -Double.MAX_VALUE;
        }
        return scores;
    }
}
