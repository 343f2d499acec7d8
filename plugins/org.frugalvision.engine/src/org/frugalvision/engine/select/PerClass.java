// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;

/**
 * Lets a method choose within each class for itself. Classes share the budget as in {@link ClassQuotas}, or have as
 * many images each; the order of choice is by turns, lowest class first.
 *
 * @param method the method
 * @param even whether each class that has images has the same part of the budget
 */
record PerClass(SubsetSelector method, boolean even) implements SubsetSelector {

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final int[] labels = pool.get(Need.LABELS);
        CheckedSelector.checkLabels(pool, labels, "Class by class");
        final int[][] members = ClassMembers.of(labels);
        final int[] quotas = even ? evenQuotas(pool, members, budget) : quotas(pool, labels, budget);
        final List<Selection> parts = new ArrayList<>();
        for (int c = 0; c < quotas.length; c++) {
            parts.add(quotas[c] == 0 ? new Selection(new int[0], new double[0])
                : method.select(pool.subset(members[c]), quotas[c], random,
                    run.part((double)c / quotas.length, (c + 1.0) / quotas.length)));
        }
        final int[] indices = new int[budget];
        final double[] scores = new double[budget];
        final double[] weights = new double[budget];
        final int[] suggestions = new int[budget];
        int taken = 0;
        for (int turn = 0; taken < budget; turn++) {
            for (int c = 0; c < quotas.length; c++) {
                if (turn < quotas[c]) {
                    indices[taken] = members[c][parts.get(c).indices()[turn]];
                    scores[taken] = parts.get(c).scores()[turn];
                    suggestions[taken] = parts.get(c).suggestions()[turn];
                    weights[taken++] = parts.get(c).weights()[turn];
                }
            }
        }
        return new Selection(indices, scores, weights, suggestions);
    }

    private static int[] quotas(final Pool pool, final int[] labels, final int budget) {
        CheckedSelector.checkBudget(budget, pool.size());
        return ClassQuotas.of(labels, budget);
    }

    private static int[] evenQuotas(final Pool pool, final int[][] members, final int budget)
        throws CanceledException {
        CheckedSelector.checkImages(pool.size());
        final int present = (int)Arrays.stream(members).filter(own -> own.length > 0).count();
        final int[] quotas = new int[members.length];
        for (int c = 0; c < members.length; c++) {
            quotas[c] = members[c].length == 0 ? 0 : budget / present;
            if (quotas[c] > members[c].length) {
                throw new SettingsException("Budget per class (images)",
                    "must be at most the %s of class \"%s\"".formatted(
                        Wording.count(members[c].length, "image", "images"), pool.get(Need.CLASSES).get(c)),
                    quotas[c], "Lower Budget per class (images).", "Leave the class out.");
            }
        }
        return quotas;
    }
}
