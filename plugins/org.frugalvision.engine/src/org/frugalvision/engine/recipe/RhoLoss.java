// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.Column;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Batch;
import org.frugalvision.engine.train.Claim;
import org.frugalvision.engine.train.Part;
import org.frugalvision.engine.train.Passes;
import org.frugalvision.engine.train.TrainingStart;

/**
 * Trains on those images of a larger batch whose loss is highest above the one they keep anyway: reducible loss =
 * present loss - irreducible loss. So images that are learned already, and noisy ones that nobody can learn, are left
 * out. The irreducible loss stands in a column, told by a network trained on other images, or is told by {@link
 * HalvesJudge two networks} that each learn half of the images before this training. A batch of n images is chosen from
 * n / share, drawn without replacement; ties: lowest position. What the method must be compared with are its baselines:
 * the images of highest loss, and as many drawn at random. Cost: O(1) and one forward pass of every image that is drawn
 * (none at random), so at a tenth 4.3 times the multiply-adds of an ordinary update; and the judges. Mindermann et al.
 * 2022, arXiv:2206.07137.
 *
 * @param share the share of the images drawn that are trained on, above 0, at most 1
 * @param by what the images are chosen by
 * @param judge who tells the irreducible loss
 * @param judgeEpochs epochs of the two networks, if they tell it, 1 to 10,000
 * @param scoring whether images are scored with the statistics of their batch and with dropout, as the authors do it,
 *   or as when the network is applied
 */
public record RhoLoss(double share, By by, Judge judge, int judgeEpochs, Scoring scoring)
    implements RegisteredMethod {

    /** As the authors have it. */
    public static final RhoLoss DEFAULT =
        new RhoLoss(0.1, By.REDUCIBLE_LOSS, Judge.COLUMN, 5, Scoring.TRAINING);

    static final TrainingMethodInfo INFO = new TrainingMethodInfo("rho-loss", "RHO-LOSS",
        "Trains on the images of a larger batch whose loss can still be reduced most.",
        "Mindermann et al. 2022, arXiv:2206.07137",
        "Gains little for its multiply-adds: on 3,000 images of Fashion-MNIST, 40 % of them with random labels "
            + "(LeNet, 10 epochs, 3 seeds, the other losses by a network of 5 epochs on 1,000 other images), the test "
            + "accuracy was 0.752 at 0.43 of the multiply-adds, 0.719 with all images, but 0.758 where a training on "
            + "all images was just ended at the same cost. The authors' gains are in updates, not in multiply-adds. "
            + "With two networks as judges and a share of 0.3, on Fashion-MNIST (LeNet, 2,000 images, 40 % of them "
            + "with a random label, 10 epochs, 3 seeds) the mean recall was 0.755 instead of 0.739 and the mean loss "
            + "1.02 instead of 0.95 at 1.07 times the multiply-adds; a training without it, just ended at that cost, "
            + "gave 0.728 and 0.97; as many images drawn at random gave 0.744 and 0.98 at 0.30, those of highest loss "
            + "0.472 and 2.23. On blood cells in color (1,000 images, 40 % of them with a random label, 3 seeds) "
            + "0.677 instead of 0.730 and 0.49 instead of 0.38, and 0.844 and 0.32 at the same cost.",
        "one more pass forward of every image that is drawn, for a tenth of them 4.3 times the multiply-adds "
            + "of an update on those alone; and the training of judges",
        Set.of(Claim.SELECTION),
        Set.of(Column.IRREDUCIBLE_LOSS), Set.of(Trait.KEEPS_LABEL_SUMS, Trait.KEEPS_SIZE, Trait.NEEDS_PASSES));

    /** What images are chosen by. */
    public enum By {
        /** The loss that can still be reduced. */
        REDUCIBLE_LOSS,
        /** The loss, a baseline. */
        LOSS,
        /** Nothing: at random, a baseline. */
        CHANCE
    }

    /** Who tells the irreducible loss of each image. */
    public enum Judge {
        /** A column of the images. */
        COLUMN,
        /** Two networks, each trained on one half of the images, for the other half. */
        HALVES
    }

    /** How images are scored. */
    public enum Scoring {
        /** As in training. */
        TRAINING,
        /** As when the network is applied. */
        APPLIED
    }

    /** Refuses values out of range. */
    public RhoLoss {
        if (!(share > 0 && share <= 1)) {
            throw new SettingsException("Share trained on", "must be greater than 0 and at most 1", share,
                "Start with 0.1.");
        }
        if (judgeEpochs < 1 || judgeEpochs > 10_000) {
            throw new SettingsException("Epochs of the two networks", "must be between 1 and 10,000", judgeEpochs);
        }
    }

    @Override
    public TrainingMethodInfo info() {
        return INFO;
    }

    @Override
    public Set<Column<?>> columns() {
        return by == By.REDUCIBLE_LOSS && judge == Judge.COLUMN ? INFO.columns() : Set.of();
    }

    /** The two networks of the judge are trained on halves with as many images of each class. */
    @Override
    public boolean needsOneClass() {
        return by == By.REDUCIBLE_LOSS && judge != Judge.COLUMN;
    }

    @Override
    public Part join(final TrainingStart start) {
        final double[] known =
            columns().isEmpty() ? new double[start.labels().length]
                : start.images().column(Column.IRREDUCIBLE_LOSS).orElseThrow();
        return new Selection(this, start, known);
    }

    /** Positions of the highest values, highest first; ties: lowest position. */
    static int[] highest(final double[] values, final int count) {
        return IntStream.range(0, values.length).boxed().sorted((a, b) -> Double.compare(values[b], values[a]))
            .limit(count).mapToInt(Integer::intValue).toArray();
    }

    static double[] reducible(final double[] losses, final double[] irreducible) {
        final double[] reducible = new double[losses.length];
        Arrays.setAll(reducible, i -> losses[i] - irreducible[i]);
        return reducible;
    }

    private static final class Selection implements Part {

        private final RhoLoss m_settings;

        private final TrainingStart m_start;

        private final float[] m_irreducible;

        /** 1 once the irreducible losses are known. */
        private final float[] m_known = new float[1];

        /** How often each image was chosen. */
        private final float[] m_chosen;

        Selection(final RhoLoss settings, final TrainingStart start, final double[] irreducible) {
            m_settings = settings;
            m_start = start;
            m_irreducible = new float[irreducible.length];
            for (int i = 0; i < irreducible.length; i++) {
                m_irreducible[i] = (float)irreducible[i];
            }
            m_chosen = new float[irreducible.length];
        }

        @Override
        public List<int[]> epochStarts(final int epoch, final List<int[]> batches) {
            final int[] order = Portions.joined(batches);
            final int batchSize = m_start.settings().batchSize();
            return Portions.of(order, (int)Math.min(order.length, Math.round(batchSize / m_settings.share)));
        }

        @Override
        public Batch batchLoaded(final Batch batch, final Passes passes) throws CanceledException {
            final int count = (int)Math.max(1, Math.round(m_settings.share * batch.size()));
            final Batch chosen = batch.keep(highest(values(batch, passes), count));
            for (final int image : chosen.images()) {
                m_chosen[image]++;
            }
            return chosen;
        }

        /** What the images of a batch are chosen by, higher first. */
        private double[] values(final Batch batch, final Passes passes) throws CanceledException {
            if (m_settings.by == By.CHANCE) {
                final RandomGenerator random = batch.seeds().named(INFO.id()).generator();
                return random.doubles(batch.size()).toArray();
            }
            final double[] losses = passes.losses(batch,
                m_settings.scoring == Scoring.APPLIED ? Passes.Mode.APPLIED : Passes.Mode.TRAINING);
            return m_settings.by == By.LOSS ? losses : reducible(losses, irreducible(batch));
        }

        private double[] irreducible(final Batch batch) throws CanceledException {
            if (m_settings.judge == Judge.HALVES && m_known[0] == 0) {
                new HalvesJudge(m_start, m_settings.judgeEpochs).tell(m_irreducible);
                m_known[0] = 1;
            }
            return Arrays.stream(batch.images()).mapToDouble(image -> m_irreducible[image]).toArray();
        }

        @Override
        public List<float[]> state() {
            return List.of(m_chosen, m_irreducible, m_known);
        }

        @Override
        public Map<String, double[]> outcomes() {
            final double[] chosen = new double[m_chosen.length];
            Arrays.setAll(chosen, i -> m_chosen[i]);
            return Map.of("Times chosen", chosen);
        }
    }
}
