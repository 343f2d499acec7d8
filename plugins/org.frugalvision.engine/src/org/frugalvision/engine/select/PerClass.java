// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Lets a method choose within each class for itself. Classes share the budget as in {@link ClassQuotas}; the order of
 * choice is by turns, lowest class first.
 *
 * @param method the method
 */
record PerClass(SubsetSelector method) implements SubsetSelector {

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final int[] labels = pool.get(Need.LABELS);
        CheckedSelector.check(pool, budget, labels, "Class by class");
        final int[] quotas = ClassQuotas.of(labels, budget);
        final int[][] members = ClassMembers.of(labels);
        final List<Selection> parts = new ArrayList<>();
        for (int c = 0; c < quotas.length; c++) {
            parts.add(quotas[c] == 0 ? new Selection(new int[0], new double[0])
                : method.select(pool.subset(members[c]), quotas[c], random,
                    run.part((double)c / quotas.length, (c + 1.0) / quotas.length)));
        }
        final int[] indices = new int[budget];
        final double[] scores = new double[budget];
        final double[] weights = new double[budget];
        int taken = 0;
        for (int turn = 0; taken < budget; turn++) {
            for (int c = 0; c < quotas.length; c++) {
                if (turn < quotas[c]) {
                    indices[taken] = members[c][parts.get(c).indices()[turn]];
                    scores[taken] = parts.get(c).scores()[turn];
                    weights[taken++] = parts.get(c).weights()[turn];
                }
            }
        }
        return new Selection(indices, scores, weights);
    }
}
