// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** The criterion that is evolved. */
public final class GeneticScoreTest {

    private static final NetworkSpec SPEC = new NetworkSpec(Networks.SHAPE, List.of(
        new Node("conv", new Convolution(6, 3, 1, 1, true, Activation.RELU), List.of(Node.INPUT)),
        new Node("scores", new Dense(3, Activation.IDENTITY), List.of("conv"))));

    /** Scores are those of the formula that was found, and it is no worse than where the search began. */
    @Test
    public void isNoWorseThanTheFormulasItBeganWith() throws CanceledException {
        final Network random = ZeroedChannels.random(SPEC, 5, false);
        final var context = new PruningContext(
            new Network(random.spec(), Networks.CLASSES, random.weights(), random.history()), ChannelGroups.of(SPEC),
            Optional.of(Networks.images(30, 4)), 1, Seeds.of(3), RunControl.none());
        final ChannelGroup group = context.groups().get(0);

        final double[] scores = new GeneticScore().scores(group, context);

        final Formula found = context.formula(1, 1);
        assertArrayEquals(FormulaSearch.scores(found, group, context), scores, 0);
        for (final String first : List.of("norm", "varianceP")) {
            assertTrue(found + " against " + first,
                accuracy(found, context) >= accuracy(Formula.value(first), context));
        }
    }

    private static double accuracy(final Formula formula, final PruningContext context) throws CanceledException {
        return context.accuracyWithHalf(group -> FormulaSearch.scores(formula, group, context));
    }
}
