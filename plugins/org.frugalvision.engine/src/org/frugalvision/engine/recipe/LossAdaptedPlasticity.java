// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.frugalvision.engine.image.Column;
import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Batch;
import org.frugalvision.engine.train.Claim;
import org.frugalvision.engine.train.Part;
import org.frugalvision.engine.train.Passes;
import org.frugalvision.engine.train.TrainingStart;

/**
 * Trusts sources less whose images keep a higher loss than those of the others: each batch holds images of one source;
 * the mean of a source's last losses is compared with mean + strictness x deviation of those of all others (each loss
 * weighted by 1 / (1 + distrust of its source)); above it, the source's distrust C grows by 1, otherwise it falls by 1,
 * not below 0. Gradients are multiplied by 1 - tanh^2(strength x rate x C). Sources have a say once they, and one
 * other, have a full history; where all losses of the others are equal, gradients stay. Cost: O(sources x history) per
 * update. Capstick et al. 2022, arXiv:2212.02895.
 *
 * @param strength of the depression, above 0, at most 100
 * @param rate how fast distrust becomes depression, above 0, at most 1; with few updates per source more
 * @param strictness deviations above the mean that a source may lie, 0 to 10
 * @param history losses that are remembered of each source, 2 to 10,000
 * @param holdOff updates at the start in which all sources are trusted, at least 0
 */
public record LossAdaptedPlasticity(double strength, double rate, double strictness, int history, int holdOff)
    implements RegisteredMethod {

    /** As in the paper's experiments. */
    public static final LossAdaptedPlasticity DEFAULT = new LossAdaptedPlasticity(1, 0.005, 0.8, 25, 0);

    static final TrainingMethodInfo INFO = new TrainingMethodInfo("lap", "Loss adapted plasticity",
        "Learns less from sources of images whose losses stay high, such as careless labelers.",
        "Capstick et al. 2022, arXiv:2212.02895",
        "Pays where whole sources are careless and the training is long: on 5,000 images of Fashion-MNIST in ten "
            + "sources, all labels of four of which were random (LeNet, 20 epochs, 3 seeds, strength 1, rate 0.02, "
            + "history 10), the test accuracy rose from 0.651 to 0.834, at no more multiply-adds. In a short training "
            + "it has no time to learn distrust, and where one class is far the most frequent it may find nothing "
            + "else: on Fashion-MNIST (LeNet, 2,000 images in ten sources, all labels of four of them random, 10 "
            + "epochs, 3 seeds) the mean recall was 0.758 instead of 0.758 and the mean loss 0.93 instead of 0.93. On "
            + "blood cells in color (1,000 images in ten sources, all labels of four of them random, 3 seeds) 0.665 "
            + "instead of 0.841 and 0.42 instead of 0.34. Sources must be known, and the careless ones must not all "
            + "be careless alike.",
        "no multiply-adds",
        Set.of(Claim.SOURCES, Claim.ORDER),
        Set.of(Column.SOURCE), Set.of(Trait.KEEPS_LABEL_SUMS, Trait.KEEPS_SIZE));

    /** Refuses values out of range. */
    public LossAdaptedPlasticity {
        if (!(strength > 0 && strength <= 100)) {
            throw new SettingsException("Strength", "must be greater than 0 and at most 100", strength,
                "Start with 1.");
        }
        if (!(rate > 0 && rate <= 1)) {
            throw new SettingsException("Rate of distrust", "must be greater than 0 and at most 1", rate,
                "Start with 0.005, for short trainings with 0.02.");
        }
        if (!(strictness >= 0 && strictness <= 10)) {
            throw new SettingsException("Strictness", "must be between 0 and 10", strictness, "Start with 0.8.");
        }
        if (history < 2 || history > 10_000) {
            throw new SettingsException("History", "must be between 2 and 10,000 losses", history,
                "Start with 25.");
        }
        if (holdOff < 0) {
            throw new SettingsException("Updates of full trust", "must be at least 0", holdOff);
        }
    }

    @Override
    public TrainingMethodInfo info() {
        return INFO;
    }

    @Override
    public Part join(final TrainingStart start) {
        return new Plasticity(this, start.images().column(Column.SOURCE).orElseThrow(),
            start.settings().batchSize());
    }

    /** What gradients are multiplied by at a distrust. */
    double factor(final double distrust) {
        final double tanh = Math.tanh(strength * rate * distrust);
        return 1 - tanh * tanh;
    }

    private static final class Plasticity implements Part {

        private final LossAdaptedPlasticity m_settings;

        private final int m_batchSize;

        /** Number of each image's source. */
        private final int[] m_sources;

        private final SourceLosses m_losses;

        private float m_factor;

        Plasticity(final LossAdaptedPlasticity settings, final String[] sources, final int batchSize) {
            m_settings = settings;
            m_batchSize = batchSize;
            final Map<String, Integer> numbers = new LinkedHashMap<>();
            m_sources = Arrays.stream(sources)
                .mapToInt(source -> numbers.computeIfAbsent(source, name -> numbers.size())).toArray();
            m_losses = new SourceLosses(numbers.size(), settings);
        }

        /** Batches of one source each, in the order in which they are full; the rests come last. */
        @Override
        public List<int[]> epochStarts(final int epoch, final List<int[]> batches) {
            final Map<Integer, List<Integer>> open = new LinkedHashMap<>();
            final List<int[]> pure = new ArrayList<>();
            for (final int[] batch : batches) {
                for (final int image : batch) {
                    final List<Integer> images = open.computeIfAbsent(m_sources[image], source -> new ArrayList<>());
                    images.add(image);
                    if (images.size() == m_batchSize) {
                        pure.add(images.stream().mapToInt(Integer::intValue).toArray());
                        images.clear();
                    }
                }
            }
            open.values().stream().filter(images -> !images.isEmpty())
                .forEach(images -> pure.add(images.stream().mapToInt(Integer::intValue).toArray()));
            return pure;
        }

        @Override
        public void lossReady(final Batch batch, final float[] scores, final double[] losses) {
            m_factor = (float)m_losses.add(m_sources[batch.images()[0]],
                (float)Arrays.stream(losses).average().orElseThrow());
        }

        @Override
        public void gradientReady(final Batch batch, final Weights gradient, final Weights weights,
            final Passes passes) {
            for (int i = 0; i < gradient.values().length; i++) {
                gradient.values()[i] *= m_factor;
            }
        }

        @Override
        public List<float[]> state() {
            return m_losses.state();
        }

        @Override
        public Map<String, double[]> outcomes() {
            return Map.of("Trust in the source",
                Arrays.stream(m_sources).mapToDouble(source -> m_settings.factor(m_losses.distrust(source)))
                    .toArray());
        }
    }
}
