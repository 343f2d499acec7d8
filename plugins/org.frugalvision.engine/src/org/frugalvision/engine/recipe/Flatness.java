// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Claim;
import org.frugalvision.engine.train.Measuring;
import org.frugalvision.engine.train.Part;
import org.frugalvision.engine.train.Passes;
import org.frugalvision.engine.train.TrainingStart;

/**
 * Tells after every epoch how much accuracy on training images is lost where every weight w becomes w + s z w, with z
 * from a normal distribution of its own (local energy): little in a flat valley of the loss, much in a narrow one. The
 * mean over some draws, the same in every epoch; running statistics of normalisation stay as they are. It changes
 * nothing in the training. Cost: (1 + draws) passes forward of each image in every epoch. Pittorino et al. 2021,
 * arXiv:2006.07897.
 *
 * @param noise the strength s, above 0, at most 10
 * @param draws how often, 1 to 10,000
 * @param images at most so many training images, the first ones, 0 to 1,000,000; 0 = all
 */
public record Flatness(double noise, int draws, int images) implements RegisteredMethod {

    /** A tenth of each weight, ten draws. */
    public static final Flatness DEFAULT = new Flatness(0.1, 10, 500);

    static final TrainingMethodInfo INFO = new TrainingMethodInfo("flatness", "Flatness",
        "Tells after every epoch how much accuracy is lost where the weights are a little off; changes nothing.",
        "Pittorino et al. 2021, arXiv:2006.07897",
        "To compare methods that look for wide valleys, such as replicated SGD; as many passes as draws make it as "
            + "dear "
            + "as the training itself.",
        "a pass forward of each image for every draw, and one more, after every epoch",
        Set.of(Claim.FLATNESS), Trait.NEEDS_ONE_CLASS, Trait.KEEPS_LABEL_SUMS,
        Trait.KEEPS_SIZE, Trait.ONLY_WATCHES, Trait.NEEDS_PASSES);

    private static final String LOST = "Accuracy lost by noise";

    /** Refuses values out of range. */
    public Flatness {
        if (!(noise > 0 && noise <= 10)) {
            throw new SettingsException("Noise of the weights", "must be greater than 0 and at most 10", noise,
                "Start with 0.1.");
        }
        if (draws < 1 || draws > 10_000) {
            throw new SettingsException("Draws", "must be between 1 and 10,000", draws, "Start with 10.");
        }
        if (images < 0 || images > 1_000_000) {
            throw new SettingsException("Images measured", "must be between 0 (all) and 1,000,000", images);
        }
    }

    @Override
    public TrainingMethodInfo info() {
        return INFO;
    }

    @Override
    public List<String> measures() {
        return List.of(LOST);
    }

    @Override
    public Part join(final TrainingStart start) {
        final Seeds seeds = start.seeds().named(INFO.id());
        return new Part() {

            @Override
            public Map<String, Double> measured(final int epoch, final Measuring measuring) throws CanceledException {
                double lost = 0;
                for (int draw = 0; draw < draws; draw++) {
                    lost -= accuracy(noisy(measuring.given(), seeds.child("draw " + draw).generator()), measuring);
                }
                return Map.of(LOST, accuracy(measuring.given(), measuring) + lost / draws);
            }
        };
    }

    /** The learned weights with noise in proportion to each. */
    Weights noisy(final Weights weights, final RandomGenerator random) {
        Learned.forEach(weights,
            i -> weights.values()[i] += (float)(noise * random.nextGaussian() * weights.values()[i]));
        return weights;
    }

    private double accuracy(final Weights weights, final Measuring measuring) throws CanceledException {
        final Passes passes = measuring.at(weights);
        final Hits hits = new Hits();
        measuring.forEach(Measuring.Images.TRAINING, images, (batch, labels) -> hits.add(
            passes.scores(batch, Passes.Mode.APPLIED), labels, batch.classes()));
        return hits.share();
    }
}
