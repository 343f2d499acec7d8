// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.engine.train.Claim;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.Part;
import org.frugalvision.engine.train.StoppingSettings;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.engine.train.TrainingStart;

/**
 * Trains a residual network from shallow to deep: the network with every second residual block left out
 * ({@link ResidualDepth}), level by level, learns first; what it has learned is where the deeper one starts. Shallow
 * trainings have the settings of the training but its epochs, and no other method takes part in them; they are charged.
 * Cost: that of the shallow trainings. After Kopanicakova and Krause 2023, arXiv:2107.07572. Deviation: levels are
 * trained one after the other, from shallow to deep only, by the training's own optimizer; theirs goes up and down by
 * trust regions.
 *
 * @param levels how many depths, that of the network included, 2 to 6
 * @param share epochs of each shallow training, as a share of those of the training, above 0, at most 1; at least one
 */
public record ProgressiveDepth(int levels, double share) implements RegisteredMethod {

    /** Half the depth first. */
    public static final ProgressiveDepth DEFAULT = new ProgressiveDepth(2, 0.5);

    static final TrainingMethodInfo INFO = new TrainingMethodInfo("progressive-depth", "Progressive depth",
        "Trains a residual network with half of its blocks first, and goes on with all of them.",
        "Kopanicakova, Krause 2023, arXiv:2107.07572",
        "Pays with residual networks: on Fashion-MNIST (ResNet-14, 2,000 images, 10 epochs, 3 seeds) the mean recall "
            + "rose from 0.785 to 0.812 at 1.23 times the multiply-adds, and with a share of 0.3 to 0.816 at 1.14 "
            + "times; trainings without it that cost as much gave 0.785 and 0.792. The mean loss fell from 0.69 to "
            + "0.55.",
        "the training of the shallower networks beside that of the whole one",
        Set.of(Claim.START),
        Trait.KEEPS_LABEL_SUMS, Trait.KEEPS_SIZE, Trait.DEPENDS_ON_EPOCHS);

    /** Refuses values out of range. */
    public ProgressiveDepth {
        if (levels < 2 || levels > 6) {
            throw new SettingsException("Depths", "must be between 2 and 6", levels, "Start with 2.");
        }
        if (!(share > 0 && share <= 1)) {
            throw new SettingsException("Share of epochs of each shallow training",
                "must be greater than 0 and at most 1", share, "Start with 0.5.");
        }
    }

    @Override
    public TrainingMethodInfo info() {
        return INFO;
    }

    @Override
    public Part join(final TrainingStart start) {
        if (start.network().trained()) {
            throw new DataException("Network",
                "it is trained already, but \"%s\" starts with fewer layers.".formatted(INFO.label()),
                "Connect a CNN Architecture, or leave the method out.");
        }
        final List<ResidualDepth> depths = new ArrayList<>();
        NetworkSpec spec = start.network().spec();
        for (int level = 1; level < levels; level++) {
            final Optional<ResidualDepth> depth = ResidualDepth.halved(spec);
            if (depth.isEmpty()) {
                throw new DataException("Network", level == 1
                    ? "it has no residual blocks that \"%s\" could leave out at first.".formatted(INFO.label())
                    : "it can be had in %s, but \"Depths\" is %s.".formatted(
                        Wording.count(level, "depth", "depths"), Wording.value(levels)),
                    level == 1 ? "Choose ResNet-14 or a deeper one." : "Lower Depths, or choose a deeper network.");
            }
            depths.add(depth.get());
            spec = depth.get().shallow();
        }
        return new FromShallow(start, depths, (int)Math.max(1, Math.round(share * start.settings().epochs())));
    }

    private static final class FromShallow implements Part {

        private final TrainingStart m_start;

        /** The network with half the depth, that with a quarter, and so on. */
        private final List<ResidualDepth> m_depths;

        private final int m_epochs;

        FromShallow(final TrainingStart start, final List<ResidualDepth> depths, final int epochs) {
            m_start = start;
            m_depths = depths;
            m_epochs = epochs;
        }

        @Override
        public void trainingStarts(final Weights weights) throws CanceledException {
            learn(0, weights);
        }

        /** Lets the network of a level start where the shallower ones end. */
        private void learn(final int level, final Weights weights) throws CanceledException {
            if (level == m_depths.size()) {
                return;
            }
            final ResidualDepth depth = m_depths.get(level);
            final Weights shallow = Weights.of(depth.shallow(), depth.restricted(weights.values()));
            learn(level + 1, shallow);
            final Network before = new Network(depth.shallow(), m_start.network().classes(), shallow.values(),
                m_start.network().history());
            final FitResult result = new Training(before, m_start.images(), settings())
                .fit(m_start.run().silent());
            m_start.charges().accept(result.cost());
            depth.prolong(result.network().weights(), weights);
        }

        private TrainingSettings settings() {
            final TrainingSettings ours = m_start.settings();
            return new TrainingSettings(m_epochs, ours.batchSize(), ours.learningRate(), ours.seed(), ours.shuffle(),
                ours.threads(), ours.updater(), ours.schedule(), ours.classWeights(), StoppingSettings.DEFAULT);
        }
    }
}
