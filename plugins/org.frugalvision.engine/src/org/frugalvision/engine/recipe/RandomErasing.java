// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Claim;
import org.frugalvision.engine.train.Batch;
import org.frugalvision.engine.train.Passes;

/**
 * Covers a random rectangle of some images; labels stay. Area and aspect (height over width) are drawn evenly from
 * their ranges, the place evenly among those where the rectangle lies within the image; a rectangle as high or as wide
 * as the image is drawn anew, and after 100 draws the image stays as it is. Values lie in [0, 1] like the pixels.
 * Cost: O(values of the batch). Zhong et al. 2020, arXiv:1708.04896; they draw the aspect as here, others evenly in its
 * logarithm, which makes upright and lying rectangles equally likely.
 *
 * @param probability share of the images that are covered, 0 to 1
 * @param smallest least share of the area, above 0
 * @param largest greatest share of the area, at least {@code smallest}, at most 1
 * @param aspect least aspect, above 0, at most 1; the greatest is 1 / aspect
 * @param draw how the aspect is drawn
 * @param fill what the rectangle shows
 */
public record RandomErasing(double probability, double smallest, double largest, double aspect, Draw draw, Fill fill)
    implements StatelessMethod {

    /** As in the paper, with noise. */
    public static final RandomErasing DEFAULT =
        new RandomErasing(0.5, 0.02, 0.4, 0.3, Draw.LINEAR, Fill.NOISE);

    static final TrainingMethodInfo INFO = new TrainingMethodInfo("random-erasing", "Random erasing",
        "Covers a random rectangle of some images, so that no single part of an image decides.",
        "Zhong et al. 2020, arXiv:1708.04896",
        "A safe first choice: on Fashion-MNIST (lenet, 1,000 images, 30 epochs, 5 seeds) the mean "
            + "loss on test images fell from 0.70 to 0.54 and the accuracy stayed at 0.83; on images "
            + "covered by a black square of 12 x 12 pixels it rose from 0.51 to 0.53 only.",
        Set.of(Claim.ERASING), Trait.KEEPS_LABEL_SUMS, Trait.KEEPS_SIZE, Trait.DRAWS_AT_RANDOM);

    private static final int ATTEMPTS = 100;

    /** How the aspect is drawn from its range. */
    public enum Draw {
        /** Evenly, so that more rectangles are upright. */
        LINEAR,
        /** Evenly in its logarithm. */
        LOGARITHMIC
    }

    /** Refuses values out of range. */
    public RandomErasing {
        if (!(probability >= 0 && probability <= 1)) {
            throw new SettingsException("Probability", "must be between 0 and 1", probability, "Start with 0.5.");
        }
        if (!(smallest > 0 && smallest <= 1)) {
            throw new SettingsException("Smallest area", "must be greater than 0 and at most 1", smallest,
                "Start with 0.02.");
        }
        if (!(largest >= smallest && largest <= 1)) {
            throw new SettingsException("Largest area", "must be at least the smallest area and at most 1", largest,
                "Start with 0.4.");
        }
        if (!(aspect > 0 && aspect <= 1)) {
            throw new SettingsException("Smallest aspect", "must be greater than 0 and at most 1", aspect,
                "Start with 0.3.");
        }
    }

    @Override
    public TrainingMethodInfo info() {
        return INFO;
    }

    @Override
    public Batch batchLoaded(final Batch batch, final Passes passes) {
        final RandomGenerator random = batch.seeds().named(INFO.id()).generator();
        for (int i = 0; i < batch.size(); i++) {
            if (random.nextDouble() < probability) {
                final int from = i * batch.shape().size();
                box(batch.shape(), random)
                    .ifPresent(box -> fill.apply(batch.pixels(), from, batch.shape(), box, random));
            }
        }
        return batch;
    }

    /** A rectangle within an image, smaller in height and width; none if a hundred draws were too large. */
    Optional<Box> box(final ImageShape shape, final RandomGenerator random) {
        for (int i = 0; i < ATTEMPTS; i++) {
            final double area = smallest + random.nextDouble() * (largest - smallest);
            final int[] size = size(shape, area, aspect(random.nextDouble()));
            if (size[0] < shape.height() && size[1] < shape.width()) {
                final int top = random.nextInt(shape.height() - size[0] + 1);
                final int left = random.nextInt(shape.width() - size[1] + 1);
                return Optional.of(new Box(top, left, top + size[0], left + size[1]));
            }
        }
        return Optional.empty();
    }

    /** Height and width of a rectangle of that share of the area and that aspect. */
    static int[] size(final ImageShape shape, final double area, final double aspect) {
        final double pixels = area * shape.height() * shape.width();
        return new int[]{(int)Math.round(Math.sqrt(pixels * aspect)), (int)Math.round(Math.sqrt(pixels / aspect))};
    }

    /** The aspect at a place of its range, 0 to 1. */
    double aspect(final double place) {
        return draw == Draw.LINEAR ? aspect + place * (1 / aspect - aspect) : StrictMath.pow(aspect, 1 - 2 * place);
    }
}
