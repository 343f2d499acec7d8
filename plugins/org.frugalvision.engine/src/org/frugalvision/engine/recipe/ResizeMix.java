// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.augment.Box;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.RandomOrder;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Batch;
import org.frugalvision.engine.train.Claim;
import org.frugalvision.engine.train.Passes;

/**
 * Shrinks another image of the batch as a whole and pastes it into every image, and mixes their label rows by the
 * areas: unlike a part that was cut out, a shrunk image shows its object for sure. The scale is drawn evenly between
 * two limits, the place from all where the shrunk image lies within; sides are rounded to whole pixels, at least one,
 * and the share of the area follows from them. Scale, place and partners are drawn once per batch; an image may be its
 * own partner. Cost: O(values of the batch), and two copies of it. Qin et al. 2020, arXiv:2012.11101. Learned mixing
 * (AutoMix, Liu et al. 2022, arXiv:2103.13027) is left out: it trains a second network for the masks.
 *
 * @param probability share of the batches that are mixed, 0 to 1
 * @param smallest smallest scale of a shrunk image's sides, 0.05 to 1
 * @param largest largest scale, at least the smallest, at most 1
 */
public record ResizeMix(double probability, double smallest, double largest) implements StatelessMethod {

    /** Scales as the authors have them, every other batch. */
    public static final ResizeMix DEFAULT = new ResizeMix(0.5, 0.1, 0.8);

    static final TrainingMethodInfo INFO = new TrainingMethodInfo("resizemix", "ResizeMix",
        "Pastes another image, shrunk as a whole, into each image, and mixes their labels by the areas.",
        "Qin et al. 2020, arXiv:2012.11101",
        "Loses in short trainings: on Fashion-MNIST (LeNet, 2,000 images, 10 epochs, 3 seeds) the mean recall was "
            + "0.818 instead of 0.836 and the mean loss 0.53 instead of 0.51. On blood cells in color (1,000 images, "
            + "3 seeds) 0.914 instead of 0.918 and 0.08 instead of 0.06. A learned mixer (AutoMix, Liu et al. 2022, "
            + "arXiv:2103.13027) is left out, because it trains a second network for its masks.",
        "no multiply-adds",
        Set.of(Claim.MIXING), Trait.KEEPS_LABEL_SUMS, Trait.KEEPS_SIZE, Trait.DRAWS_AT_RANDOM);

    /** Refuses values out of range. */
    public ResizeMix {
        if (!(probability >= 0 && probability <= 1)) {
            throw new SettingsException("Probability", "must be between 0 and 1", probability, "Start with 0.5.");
        }
        if (!(smallest >= 0.05 && smallest <= 1)) {
            throw new SettingsException("Smallest scale", "must be between 0.05 and 1", smallest, "Start with 0.1.");
        }
        if (!(largest >= smallest && largest <= 1)) {
            throw new SettingsException("Largest scale", "must be at least the smallest scale and at most 1", largest,
                "Start with 0.8.");
        }
    }

    @Override
    public TrainingMethodInfo info() {
        return INFO;
    }

    @Override
    public Batch batchLoaded(final Batch batch, final Passes passes) {
        final RandomGenerator random = batch.seeds().named(INFO.id()).generator();
        if (random.nextDouble() >= probability) {
            return batch;
        }
        final double scale = smallest + (largest - smallest) * random.nextDouble();
        final int[] partners = RandomOrder.of(batch.size(), random);
        paste(batch, partners, place(batch.shape(), scale, random));
        return batch;
    }

    /** Where the shrunk image goes. */
    static Box place(final ImageShape shape, final double scale, final RandomGenerator random) {
        final int height = (int)Math.max(1, Math.round(shape.height() * scale));
        final int width = (int)Math.max(1, Math.round(shape.width() * scale));
        final int row = random.nextInt(shape.height() - height + 1);
        final int column = random.nextInt(shape.width() - width + 1);
        return new Box(row, column, row + height, column + width);
    }

    static void paste(final Batch batch, final int[] partners, final Box box) {
        final ImageShape shape = batch.shape();
        final int height = box.bottom() - box.top();
        final int width = box.right() - box.left();
        final Batch shrunk = batch.keep(partners).resized(height, width);
        for (int line = 0; line < partners.length * shape.channels() * height; line++) {
            final int plane = line / height;
            System.arraycopy(shrunk.pixels(), line * width, batch.pixels(),
                (plane * shape.height() + box.top() + line % height) * shape.width() + box.left(), width);
        }
        Blend.apply(batch.rows(), batch.classes(), partners, CutMix.kept(shape, box));
    }
}
